package dev.earshot.platform.log;

import dev.earshot.platform.log.head.LogWatcher;
import dev.earshot.platform.log.head.WakingEventStore;
import java.util.List;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The log of this process, unless Axon Server keeps it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
class EventLog {
    /** Events read at once. */
    private static final int BATCH = 500;
    /** Events kept in memory for the readers near the head; a packed tick takes some 300 kB, so these may take 600 MB. */
    private static final int CACHED = 2_000;
    /** How long another node's events may go unseen, in milliseconds; this node's own are seen at once. */
    private static final long LOOK_EVERY = 100;

    @Bean
    PersistenceExceptionResolver duplicateKeys() {
        return new DuplicateKeys();
    }

    @Bean
    LogEngine logEngine(
            @Qualifier("eventSerializer") Serializer events,
            Serializer snapshots,
            PersistenceExceptionResolver duplicateKeys,
            ConnectionProvider connections,
            TransactionManager transactions,
            org.axonframework.config.Configuration axon) {
        return new LogEngine(
                JdbcEventStorageEngine.builder()
                        .eventSerializer(events)
                        .snapshotSerializer(snapshots)
                        .persistenceExceptionResolver(duplicateKeys)
                        .connectionProvider(connections)
                        .transactionManager(transactions)
                        .upcasterChain(axon.upcasterChain())
                        .snapshotFilter(axon.snapshotFilter())
                        .batchSize(BATCH)
                        .finalAggregateBatchPredicate(batch -> batch.size() < BATCH),
                transactions);
    }

    @Bean
    LogReaders logReaders(LogEngine engine, ObjectProvider<EventStore> log) {
        return new LogReaders(engine, log);
    }

    @Bean("eventBus")
    @Qualifier("eventStore")
    EventStore eventStore(
            EventStorageEngine engine, org.axonframework.config.Configuration axon, List<LogWatcher> watchers) {
        return new WakingEventStore(
                WakingEventStore.builder()
                        .storageEngine(engine)
                        .messageMonitor(axon.messageMonitor(EventStore.class, "eventStore"))
                        .spanFactory(axon.getComponent(EventBusSpanFactory.class))
                        .cachedEvents(CACHED)
                        .fetchDelay(LOOK_EVERY),
                watchers);
    }
}
