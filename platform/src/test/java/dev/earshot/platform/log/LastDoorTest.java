package dev.earshot.platform.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.fixture.Counter;
import dev.earshot.fixture.Counter.Count;
import dev.earshot.platform.IntegrationTest;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** PostgreSQL keeps U+0000 in bytes and in no text: once it is in the log, every view that reads it stands still for good. */
@IntegrationTest(Counter.class)
class LastDoorTest {
    @Autowired
    private EventStore log;

    @Autowired
    private EventStorageEngine engine;

    @Autowired
    private CommandGateway commands;

    @Autowired
    private TransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    private final String mark = UUID.randomUUID().toString();

    @ParameterizedTest
    @ValueSource(strings = {"␀", "a␀", "\\␀", "\\\\␀b", "\n␀"})
    void a_text_that_no_database_keeps_is_no_fact(String text) {
        var said = new GenericDomainEventMessage<>("Voice", mark, 0, new Said(mark + text.replace('␀', '\0')));

        assertThatThrownBy(() -> engine.appendEvents(said)).hasMessageContaining("U+0000");
        assertThatThrownBy(() -> log.publish(said)).hasMessageContaining("U+0000");

        assertThat(kept()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\\\u0000", "u0000", "\\", "\\u000"})
    void a_text_that_only_looks_like_it_is_kept(String text) {
        log.publish(new GenericDomainEventMessage<>("Voice", mark, 0, new Said(mark + text)));

        assertThat(log.readEvents(mark).next().getPayload()).isEqualTo(new Said(mark + text));
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void what_could_not_be_read_again_is_no_fact() {
        assertThatThrownBy(() -> log.publish(new GenericEventMessage<>(new OneWay(mark))))
                .hasMessage("a OneWay could not be read again");

        assertThat(kept()).isZero();
    }

    /** A processor's batch that failed as a whole would be tried for ever. */
    @Test
    void of_a_batch_only_what_tells_it_fails() {
        UnitOfWork<?> batch = DefaultUnitOfWork.startAndGet(null);
        batch.attachTransaction(transactions);
        batch.execute(() -> {
            commands.sendAndWait(new Count(mark, 1));
            assertThatThrownBy(() -> log.publish(new GenericEventMessage<>(new Said("\0"))))
                    .hasMessageContaining("U+0000");
            commands.sendAndWait(new Count(mark, 1));
        });

        assertThat(jdbc.sql("SELECT count(*) FROM domain_event WHERE aggregate_id = ?")
                        .param(mark)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    private long kept() {
        return jdbc.sql("SELECT count(*) FROM domain_event WHERE convert_from(payload, 'UTF8') LIKE ?")
                .param("%" + mark + "%")
                .query(Long.class)
                .single();
    }

    /** Anything that somebody says. */
    @Revision("1")
    record Said(String text) {}

    /** Can be written and not be made again. */
    @Revision("1")
    static final class OneWay {
        public final String text;

        OneWay(String first, String... more) {
            text = first + more.length;
        }
    }
}
