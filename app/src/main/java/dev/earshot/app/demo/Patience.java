package dev.earshot.app.demo;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what the platform will do by itself. */
final class Patience {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private Patience() {}

    /** Asks until the answer is as wished; fails when that takes minutes. */
    static <T> T until(Supplier<T> question, Predicate<T> wish) {
        long giveUpAt = System.nanoTime() + LIMIT.toNanos();
        T answer = question.get();
        while (!wish.test(answer)) {
            if (System.nanoTime() > giveUpAt) {
                throw new IllegalStateException("waited in vain; the last answer was " + answer);
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
            answer = question.get();
        }
        return answer;
    }

    static void seconds(long seconds) {
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(seconds));
    }
}
