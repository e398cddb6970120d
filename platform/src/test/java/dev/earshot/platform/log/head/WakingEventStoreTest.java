package dev.earshot.platform.log.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.fixture.Counter;
import dev.earshot.fixture.Counter.Counted;
import dev.earshot.platform.IntegrationTest;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest(Counter.class)
class WakingEventStoreTest {
    @Autowired
    private EventStore log;

    @Autowired
    private EventStorageEngine anotherNode;

    @Test
    void a_reader_is_woken_by_what_this_node_writes_and_by_what_another_node_writes() throws Exception {
        AtomicInteger woken = new AtomicInteger();
        try (BlockingStream<TrackedEventMessage<?>> stream = log.openStream(log.createHeadToken())) {
            assertThat(stream.setOnAvailableCallback(woken::incrementAndGet)).isTrue();

            log.publish(counted("here"));
            await().until(() -> woken.get() > 0);
            assertThat(stream.nextAvailable().getPayload()).isEqualTo(new Counted("here", 1));

            int before = woken.get();
            anotherNode.appendEvents(counted("there"));
            await().until(() -> woken.get() > before);
            assertThat(stream.nextAvailable().getPayload()).isEqualTo(new Counted("there", 1));
        }
    }

    private static GenericDomainEventMessage<Counted> counted(String id) {
        return new GenericDomainEventMessage<>("Counter", id, 0, new Counted(id, 1));
    }
}
