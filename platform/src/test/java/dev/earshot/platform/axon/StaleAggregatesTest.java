package dev.earshot.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.fixture.Counter;
import dev.earshot.fixture.Counter.Count;
import dev.earshot.fixture.Counter.Counted;
import dev.earshot.platform.IntegrationTest;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest(Counter.class)
class StaleAggregatesTest {
    @Autowired
    private StaleAggregates news;

    @Autowired
    private CommandGateway commands;

    @Autowired
    private EventStore log;

    @Autowired
    private TransactionManager transactions;

    @Autowired
    private List<Cache> caches;

    @Test
    void what_another_node_changed_is_forgotten_and_what_this_node_changed_is_kept() {
        commands.sendAndWait(new Count("kept-by-one", 1));
        assertThat(isCached("kept-by-one")).isTrue();
        log.readEvents("kept-by-one").asStream().forEach(news::appended);
        assertThat(isCached("kept-by-one")).as("after its own news").isTrue();

        transactions.executeInTransaction(() -> log.publish(
                new GenericDomainEventMessage<>("Counter", "kept-by-one", 1, new Counted("kept-by-one", 1))));
        log.readEvents("kept-by-one").asStream().forEach(news::appended);

        assertThat(isCached("kept-by-one")).as("after another node's news").isFalse();
    }

    @Test
    void the_head_of_the_log_brings_the_news() {
        // As the first processor of a node does.
        log.openStream(log.createHeadToken()).setOnAvailableCallback(() -> {});
        commands.sendAndWait(new Count("heard-of", 1));

        transactions.executeInTransaction(() ->
                log.publish(new GenericDomainEventMessage<>("Counter", "heard-of", 1, new Counted("heard-of", 1))));

        await().until(() -> !isCached("heard-of"));
    }

    private boolean isCached(String id) {
        return caches.stream().anyMatch(cache -> cache.containsKey(id));
    }
}
