package dev.earshot.platform.log;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * The stretches that were read lately, for processors that are far behind together, as all views are when all are built again.
 * They begin at the same positions, so each is fetched once. Whoever is not where the others are reads for itself.
 */
final class SharedStretches {
    /** Of payloads, as they are stored; in memory they take some times as much. */
    private static final long MOST_BYTES = 32 << 20;

    private static final Duration LONGEST_UNUSED = Duration.ofSeconds(10);

    private final AsyncCache<Long, RawStretch> stretches = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .<Long, RawStretch>weigher((after, stretch) -> (int) stretch.bytes())
            .expireAfterAccess(LONGEST_UNUSED)
            .scheduler(Scheduler.systemScheduler())
            .buildAsync();

    /** The stretch that begins there. */
    CompletableFuture<RawStretch> of(long after, Supplier<CompletableFuture<RawStretch>> read) {
        return stretches.get(after, (absent, unused) -> read.get());
    }
}
