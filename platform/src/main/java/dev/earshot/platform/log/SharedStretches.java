package dev.earshot.platform.log;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * The stretches that were read lately, for processors that are far behind together, as all views are when all are built again.
 * They begin at the same positions, so each is fetched once, and each event is read from JSON once, when the first of them wants it.
 * Whoever is not where the others are reads for itself.
 */
final class SharedStretches {
    /** Of payloads, as they are stored; in memory they take some times as much. */
    private static final long MOST_BYTES = 32 << 20;

    private static final Duration LONGEST_UNUSED = Duration.ofSeconds(10);

    private final Cache<Long, Shared> stretches = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .<Long, Shared>weigher((after, stretch) -> (int) stretch.bytes())
            .expireAfterAccess(LONGEST_UNUSED)
            .scheduler(Scheduler.systemScheduler())
            .build();

    /** The stretch that begins there, without these types, but for its last event. */
    LogStretch of(long after, Set<String> without, Supplier<RawStretch> read) {
        return stretches.get(after, absent -> Shared.of(read.get())).without(without);
    }

    /**
     * A stretch of which nothing is read from JSON yet.
     *
     * @param bytes of its payloads
     */
    private record Shared(long upTo, List<Lazy> events, long bytes) {
        static Shared of(RawStretch raw) {
            return new Shared(raw.upTo(), raw.events().stream().map(Lazy::new).toList(), raw.bytes());
        }

        private LogStretch without(Set<String> types) {
            Lazy last = events.isEmpty() ? null : events.get(events.size() - 1);
            List<TrackedEventMessage<?>> wanted = events.stream()
                    .filter(event -> event == last || !types.contains(event.type))
                    .<TrackedEventMessage<?>>map(Lazy::read)
                    .toList();
            return new LogStretch(upTo, wanted);
        }
    }

    /** An event that is read from JSON by the first who wants it. */
    private static final class Lazy {
        private final String type;
        private TrackedEventMessage<?> message;
        private boolean read;

        Lazy(TrackedEventMessage<?> message) {
            this.message = message;
            type = message.getPayloadType().getName();
        }

        private synchronized TrackedEventMessage<?> read() {
            if (!read) {
                message = LogRow.read(message);
                read = true;
            }
            return message;
        }
    }
}
