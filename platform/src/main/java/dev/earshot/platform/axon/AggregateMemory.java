package dev.earshot.platform.axon;

import java.time.Duration;
import java.util.List;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.env.Environment;

/**
 * What spares aggregates a long replay: for each type a cache, and a snapshot every hundred events. An aggregate uses them
 * by name: {@code @Aggregate(cache = "walletCache", snapshotTriggerDefinition = "walletSnapshots")}, and is then readable
 * by the general serializer: {@code @JsonAutoDetect(fieldVisibility = ANY, getterVisibility = NONE)}.
 */
class AggregateMemory implements BeanRegistrar {
    private static final List<String> TYPES = List.of(
            "account",
            "autoTopUp",
            "break",
            "call",
            "cardholder",
            "cardPayment",
            "earnings",
            "listener",
            "membership",
            "person",
            "presence",
            "priceBook",
            "purchase",
            "shadowBook",
            "simulation",
            "report",
            "storeSubscription",
            "topUp",
            "wallet");
    private static final int CACHED = 100_000;
    private static final Duration UNUSED = Duration.ofMinutes(30);
    private static final int SNAPSHOT_EVERY = 100;

    @Override
    public void register(BeanRegistry beans, Environment settings) {
        for (String type : TYPES) {
            beans.registerBean(
                    type + "Cache",
                    Cache.class,
                    bean -> bean.supplier(context -> new CaffeineAxonCache(CACHED, UNUSED)));
            beans.registerBean(
                    type + "Snapshots",
                    SnapshotTriggerDefinition.class,
                    bean -> bean.supplier(context ->
                            new EventCountSnapshotTriggerDefinition(context.bean(Snapshotter.class), SNAPSHOT_EVERY)));
        }
    }
}
