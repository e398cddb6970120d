package dev.earshot.platform.axon;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The thread that hands the log's events to a processor. When it has handed out as many as may wait, 1 024 in Axon 4.13, it looks
 * again after a tenth of a second, so a processor could never handle more than some 10 000 events a second. While there is
 * a lot to read it looks again at once.
 */
final class Coordination extends ScheduledThreadPoolExecutor {
    /** Axon's pause while nothing more may wait; longer ones are for other reasons, such as a failure. */
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

    private static final long SHORT_PAUSE = TimeUnit.MILLISECONDS.toNanos(2);

    private final BooleanSupplier hurry;

    Coordination(BooleanSupplier hurry, ThreadFactory threads) {
        super(1, threads);
        this.hurry = hurry;
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        long pause = unit.toNanos(delay);
        return super.schedule(
                task,
                pause <= PAUSE && hurry.getAsBoolean() ? Math.min(pause, SHORT_PAUSE) : pause,
                TimeUnit.NANOSECONDS);
    }
}
