package dev.earshot.platform.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.earshot.api.refusal.Refused;
import dev.earshot.fixture.Counter;
import dev.earshot.fixture.Counter.Count;
import dev.earshot.platform.IntegrationTest;
import dev.earshot.platform.trace.Correlation;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest(Counter.class)
class GroupCommitTest {
    @Autowired
    private CommandGateway gateway;

    @Autowired
    private Turns turns;

    @Autowired
    private TransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void commands_that_gather_are_committed_together_and_all_answered() {
        List<CompletableFuture<Object>> answers = whileTheTurnIsTaken(
                () -> IntStream.range(0, 40).mapToObj(i -> ask("group-" + i, 1)).toList());

        answers.forEach(CompletableFuture::join);
        assertThat(transactionsOf("group-%")).hasSizeLessThanOrEqualTo(3);
        assertThat(eventsOf("group-%")).isEqualTo(40);
    }

    @Test
    void a_refusal_and_a_failure_among_them_concern_nobody_else() {
        List<CompletableFuture<Object>> answers = whileTheTurnIsTaken(
                () -> List.of(ask("mixed-1", 1), ask("mixed-2", 0), ask("mixed-3", -1), ask("mixed-4", 1)));

        assertThat(answers.get(0)).succeedsWithin(Duration.ofSeconds(20));
        assertThat(answers.get(3)).succeedsWithin(Duration.ofSeconds(20));
        assertThatThrownBy(answers.get(1)::join).hasCauseInstanceOf(Refused.class);
        assertThatThrownBy(answers.get(2)::join).hasMessageContaining("a bug");
        assertThat(eventsOf("mixed-%")).isEqualTo(2);
    }

    @Test
    void each_command_stays_within_the_story_of_whoever_sent_it() {
        List<CompletableFuture<Object>> answers = whileTheTurnIsTaken(() -> IntStream.range(0, 3)
                .mapToObj(i -> {
                    MDC.put(Correlation.ID, "story-" + i);
                    try {
                        return ask("told-" + i, 1);
                    } finally {
                        MDC.remove(Correlation.ID);
                    }
                })
                .toList());

        answers.forEach(CompletableFuture::join);
        assertThat(jdbc.sql("SELECT convert_from(meta_data, 'UTF8')::jsonb ->> 'correlationId' FROM domain_event"
                                + " WHERE aggregate_id LIKE 'told-%' ORDER BY aggregate_id")
                        .query(String.class)
                        .list())
                .containsExactly("story-0", "story-1", "story-2");
    }

    @Test
    void whoever_has_a_unit_of_work_is_answered_within_it() {
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
        unit.attachTransaction(transactions);
        gateway.sendAndWait(new Count("within-1", 1));
        unit.rollback();

        assertThat(eventsOf("within-%")).isZero();
    }

    private CompletableFuture<Object> ask(String id, int by) {
        return gateway.send(new Count(id, by));
    }

    /** Commands sent by the action gather, because another unit of work has its turn. */
    private <T> T whileTheTurnIsTaken(Supplier<T> action) {
        CountDownLatch sent = new CountDownLatch(1);
        CountDownLatch taken = new CountDownLatch(1);
        CompletableFuture<Void> holder = CompletableFuture.runAsync(() -> {
            UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
            unit.execute(() -> {
                turns.take();
                taken.countDown();
                await().until(() -> sent.getCount() == 0);
            });
        });
        await().until(() -> taken.getCount() == 0);
        // The first two make the worker wait for its turn; what comes later gathers.
        CompletableFuture.allOf(ask("first-1", 1), ask("first-2", 1));
        T result = action.get();
        sent.countDown();
        holder.join();
        return result;
    }

    private List<String> transactionsOf(String ids) {
        return jdbc.sql("SELECT DISTINCT xmin::text FROM domain_event WHERE aggregate_id LIKE ?")
                .param(ids)
                .query(String.class)
                .list();
    }

    private long eventsOf(String ids) {
        return jdbc.sql("SELECT count(*) FROM domain_event WHERE aggregate_id LIKE ?")
                .param(ids)
                .query(Long.class)
                .single();
    }
}
