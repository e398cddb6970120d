package dev.earshot.platform.axon;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * One thread that begins its tasks no faster than at a certain pace. After a pause the next task begins at once, so a quiet
 * processor is current within milliseconds; under load the events of a whole step gather into one batch, and it costs a
 * fixed number of transactions a second instead of one for every commit of the log.
 */
final class Pace extends ScheduledThreadPoolExecutor {
    private final long step;
    private final BooleanSupplier hurry;
    private long next = System.nanoTime();

    /** While {@code hurry} says so, it does not wait. */
    Pace(Duration step, BooleanSupplier hurry, ThreadFactory threads) {
        super(1, threads);
        this.step = step.toNanos();
        this.hurry = hurry;
    }

    @Override
    public void execute(Runnable task) {
        schedule(task, delay(), TimeUnit.NANOSECONDS);
    }

    @Override
    public Future<?> submit(Runnable task) {
        return schedule(task, delay(), TimeUnit.NANOSECONDS);
    }

    private synchronized long delay() {
        long now = System.nanoTime();
        long start = next - now > 0 ? next : now;
        next = start + (hurry.getAsBoolean() ? 0 : step);
        return start - now;
    }
}
