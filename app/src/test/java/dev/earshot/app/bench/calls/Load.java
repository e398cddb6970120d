package dev.earshot.app.bench.calls;

import dev.earshot.app.bench.measure.Pace;
import java.time.Duration;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Has pairs live one call after the other, either so many at once or so many a second. */
final class Load {
    private static final int VIEW_SAMPLE = 10;
    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(3);

    private final Queue<Pair> free = new ConcurrentLinkedQueue<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger begun = new AtomicInteger();
    private final Wire wire;
    private volatile Figures figures = new Figures();
    private volatile int wantedAtOnce;

    Load(Wire wire, Collection<Pair> pairs) {
        this.wire = wire;
        free.addAll(pairs);
    }

    /** Keeps this many lives going until {@link #drain}. */
    void keep(int atOnce) {
        wantedAtOnce = atOnce;
        while (inFlight.get() < atOnce && begin()) {
            // One more each time.
        }
    }

    /** Begins so many lives a second, however the earlier ones fare; one for which nobody is free waits. */
    void offer(int aSecond, Duration span) {
        long start = System.nanoTime();
        long end = start + span.toNanos();
        long every = TimeUnit.SECONDS.toNanos(1) / aSecond;
        for (long due = start; due < end; due += every) {
            LockSupport.parkNanos(due - System.nanoTime());
            if (!begin()) {
                waiting.incrementAndGet();
            }
        }
    }

    /** Lives begun and not yet over, and those that wait to begin. */
    int unfinished() {
        return inFlight.get() + waiting.get();
    }

    /** Figures of what happens from now on. */
    Figures restart() {
        figures = new Figures();
        return figures;
    }

    /** Begins no more and waits until all are over. */
    void drain() {
        wantedAtOnce = 0;
        waiting.set(0);
        while (inFlight.get() > 0) {
            Pace.pause(Duration.ofMillis(50));
        }
    }

    private boolean begin() {
        Pair pair = free.poll();
        if (pair == null) {
            return false;
        }
        inFlight.incrementAndGet();
        boolean sampled = begun.incrementAndGet() % VIEW_SAMPLE == 0;
        Life life = new Life(pair, wire, () -> figures);
        life.begin().whenComplete((lived, failure) -> {
            if (failure == null) {
                if (sampled) {
                    life.awaitView();
                }
                over(pair);
            } else {
                CompletableFuture.delayedExecutor(REST_AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS)
                        .execute(() -> over(pair));
            }
        });
        return true;
    }

    private void over(Pair pair) {
        free.add(pair);
        int left = inFlight.decrementAndGet();
        if (waiting.getAndUpdate(count -> Math.max(0, count - 1)) > 0 || left < wantedAtOnce) {
            begin();
        }
    }
}
