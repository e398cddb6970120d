package dev.earshot.app.bench.presence;

import dev.earshot.app.bench.measure.Latencies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Beats as the apps of all listeners would, each every 60 seconds, all of them spread evenly over a few lines. */
final class Hearts implements AutoCloseable {
    static final Duration BEAT = Duration.ofSeconds(60);
    private static final int LINES = 8;

    private final LiveListeners listeners;
    private final LongAdder refused = new LongAdder();
    private final long begin = System.nanoTime();
    private final List<Thread> threads;
    private volatile Latencies taken = new Latencies();
    private volatile boolean closed;

    /** They beat from now on, every line on a thread of its own. */
    Hearts(LiveListeners listeners, Supplier<Line> lines) {
        this.listeners = listeners;
        this.threads = IntStream.range(0, LINES)
                .mapToObj(number -> new Thread(() -> beat(number, lines.get()), "hearts-" + number))
                .toList();
        threads.forEach(Thread::start);
    }

    /** How long beats have taken from now on. */
    Latencies measure() {
        taken = new Latencies();
        return taken;
    }

    /** Beats that were not taken. */
    long refused() {
        return refused.sum();
    }

    /** What beating has cost those who beat, when they do it by HTTP. */
    Duration cpu() {
        var clock = ManagementFactory.getThreadMXBean();
        return Duration.ofNanos(threads.stream()
                .mapToLong(thread -> clock.getThreadCpuTime(thread.getId()))
                .sum());
    }

    @Override
    public void close() {
        closed = true;
        threads.forEach(LockSupport::unpark);
    }

    private void beat(int first, Line line) {
        for (long round = begin; !closed; round += BEAT.toNanos()) {
            for (int number = first; number < listeners.count() && !closed; number += LINES) {
                pauseUntil(round + BEAT.toNanos() * number / listeners.count());
                if (!closed && listeners.beats(number)) {
                    beat(line, number);
                }
            }
        }
    }

    private void beat(Line line, int number) {
        long asked = System.nanoTime();
        try {
            if (!line.beat(number)) {
                refused.increment();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        taken.add(System.nanoTime() - asked);
    }

    private void pauseUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0 && !closed; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
