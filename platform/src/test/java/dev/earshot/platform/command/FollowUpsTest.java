package dev.earshot.platform.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.fixture.Counter;
import dev.earshot.fixture.Counter.Count;
import dev.earshot.platform.IntegrationTest;
import java.util.List;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest(Counter.class)
class FollowUpsTest {
    @Autowired
    private FollowUps commands;

    @Autowired
    private TransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void commands_that_follow_from_one_fact_are_committed_in_one_transaction() {
        following(() -> {
            commands.send(new Count("follow-1", 1));
            commands.send(new Count("follow-2", 1));
            commands.send(new Count("follow-1", 2));
        });

        assertThat(jdbc.sql("SELECT xmin::text FROM domain_event WHERE aggregate_id LIKE 'follow-%'")
                        .query(String.class)
                        .list())
                .hasSize(3)
                .containsOnly(transactionOf("follow-1"));
    }

    @Test
    void a_failure_undoes_all_of_them() {
        assertThatThrownBy(() -> following(() -> {
                    commands.send(new Count("undone-1", 1));
                    commands.send(new Count("undone-2", -1));
                }))
                .hasMessageContaining("a bug");

        assertThat(eventsOf("undone-1")).isZero();
    }

    @Test
    void a_refusal_is_normal_and_undoes_nothing() {
        following(() -> {
            commands.send(new Count("refused-1", 1));
            assertThatCode(() -> commands.send(new Count("refused-1", 0))).doesNotThrowAnyException();
        });

        assertThat(eventsOf("refused-1")).isEqualTo(1);
    }

    @Test
    void after_a_failure_the_aggregate_is_what_the_log_says() {
        following(() -> commands.send(new Count("true-1", 1)));
        assertThatThrownBy(() -> following(() -> {
                    commands.send(new Count("true-1", 1));
                    throw new IllegalStateException("the handler failed after its command");
                }))
                .hasMessageContaining("after its command");

        following(() -> commands.send(new Count("true-1", 1)));

        assertThat(jdbc.sql("SELECT sequence_number FROM domain_event WHERE aggregate_id = 'true-1' ORDER BY 1")
                        .query(Long.class)
                        .list())
                .isEqualTo(List.of(0L, 1L));
    }

    /** Runs this as an event handler would be run. */
    private void following(Runnable handler) {
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("a fact"));
        unit.attachTransaction(transactions);
        unit.execute(handler);
    }

    private String transactionOf(String id) {
        return jdbc.sql("SELECT DISTINCT xmin::text FROM domain_event WHERE aggregate_id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private long eventsOf(String id) {
        return jdbc.sql("SELECT count(*) FROM domain_event WHERE aggregate_id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }
}
