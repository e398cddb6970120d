package dev.earshot.app.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Lets real time pass; a benchmark has nothing to wait for but the clock. */
final class Pace {
    private Pace() {}

    static void pause(Duration span) {
        long end = System.nanoTime() + span.toNanos();
        for (long left = span.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
