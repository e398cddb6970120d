package dev.earshot.platform.axon;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.env.Environment;

/**
 * What spares aggregates a long replay: for each type a snapshot every hundred events, and a cache. An aggregate uses them
 * by name: {@code @Aggregate(cache = "walletCache", snapshotTriggerDefinition = "walletSnapshots")}, and is then readable
 * by the general serializer: {@code @JsonAutoDetect(fieldVisibility = ANY, getterVisibility = NONE)}.
 *
 * <p>What people decide now and then, on whichever node, has no cache: until a node hears of it, a cache would let it refuse
 * what another node has just allowed.
 */
class AggregateMemory implements BeanRegistrar {
    private static final List<String> CACHED_TYPES = List.of(
            "account",
            "autoTopUp",
            "call",
            "cardholder",
            "cardPayment",
            "earnings",
            "listener",
            "membership",
            "person",
            "presence",
            "purchase",
            "storeSubscription",
            "topUp",
            "wallet");
    private static final List<String> READ_ANEW = List.of("break", "priceBook", "report", "shadowBook", "simulation");
    private static final int CACHED = 100_000;
    private static final Duration UNUSED = Duration.ofMinutes(30);
    private static final int SNAPSHOT_EVERY = 100;

    @Override
    public void register(BeanRegistry beans, Environment settings) {
        for (String type : CACHED_TYPES) {
            beans.registerBean(
                    type + "Cache",
                    Cache.class,
                    bean -> bean.supplier(context -> new CaffeineAxonCache(CACHED, UNUSED)));
        }
        Stream.of(CACHED_TYPES, READ_ANEW)
                .flatMap(List::stream)
                .forEach(type -> beans.registerBean(
                        type + "Snapshots",
                        SnapshotTriggerDefinition.class,
                        bean -> bean.supplier(context -> new EventCountSnapshotTriggerDefinition(
                                context.bean(Snapshotter.class), SNAPSHOT_EVERY))));
    }
}
