package dev.earshot.platform.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.fixture.Counter;
import dev.earshot.platform.IntegrationTest;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** PostgreSQL keeps U+0000 in bytes and in no text: once it is in the log, every view that reads it stands still for good. */
@IntegrationTest(Counter.class)
class UnkeptTextTest {
    @Autowired
    private EventStore log;

    @Autowired
    private EventStorageEngine engine;

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

    private long kept() {
        return jdbc.sql("SELECT count(*) FROM domain_event WHERE convert_from(payload, 'UTF8') LIKE ?")
                .param("%" + mark + "%")
                .query(Long.class)
                .single();
    }

    /** Anything that somebody says. */
    @Revision("1")
    record Said(String text) {}
}
