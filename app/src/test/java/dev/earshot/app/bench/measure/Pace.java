package dev.earshot.app.bench.measure;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Lets real time pass; a benchmark has nothing to wait for but the clock. */
public final class Pace {
    private Pace() {}

    public static void pause(Duration span) {
        long end = System.nanoTime() + span.toNanos();
        for (long left = span.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
