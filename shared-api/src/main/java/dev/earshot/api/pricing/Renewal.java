package dev.earshot.api.pricing;

import java.time.Duration;

/** When a running call asks for more: the one rule of the live meter and of the replay of old calls. */
public final class Renewal {
    private Renewal() {}

    /**
     * Whether more is to be asked for.
     *
     * @param grantedSeconds how long the call may last
     * @param second how long it has lasted
     * @param lowAtSeconds remaining seconds at which a grant is low
     */
    public static boolean isDue(long grantedSeconds, long second, long lowAtSeconds) {
        return second >= dueAt(grantedSeconds, lowAtSeconds);
    }

    /** The first second of the call at which more is to be asked for. */
    public static long dueAt(long grantedSeconds, long lowAtSeconds) {
        return Math.max(0, grantedSeconds - lowAtSeconds);
    }

    /** Whether more is of any use: a grant that outlasts the longest call never grows. */
    public static boolean isUseful(long grantedSeconds, Duration maximumLength) {
        return grantedSeconds < maximumLength.toSeconds();
    }
}
