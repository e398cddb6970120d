package dev.earshot.platform.axon;

import dev.earshot.platform.log.head.LogWatcher;
import java.util.List;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.springframework.stereotype.Component;

/**
 * Forgets cached aggregates that another node has changed. What this node changed itself is at least as new in the cache as
 * in the log. A command that comes before the news fails by its sequence number, as ever, and is tried again.
 */
@Component
class StaleAggregates implements LogWatcher {
    private final List<Cache> caches;

    StaleAggregates(List<Cache> caches) {
        this.caches = caches;
    }

    @Override
    public void appended(DomainEventMessage<?> event) {
        for (Cache cache : caches) {
            AggregateCacheEntry<?> entry = cache.get(event.getAggregateIdentifier());
            if (entry != null) {
                forgetIfOlder(cache, entry, event);
                return;
            }
        }
    }

    private static void forgetIfOlder(Cache cache, AggregateCacheEntry<?> entry, DomainEventMessage<?> event) {
        // An entry in memory holds the aggregate itself; what else the call asks for is for entries that were
        // serialized.
        Long version = entry.recreateAggregate(null, null, null).version();
        if (version == null || version < event.getSequenceNumber()) {
            cache.remove(event.getAggregateIdentifier());
        }
    }
}
