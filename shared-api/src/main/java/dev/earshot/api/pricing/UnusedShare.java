package dev.earshot.api.pricing;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;

/** What a part of a period is worth, left or used: the one owner of this rounding. */
public final class UnusedShare {
    private UnusedShare() {}

    /**
     * What a period that is left early gives back: {@code floor(price × rest / length)} by milliseconds, never more than
     * the price and never below zero.
     *
     * @param price what the period cost, minor units
     * @param from when it began
     * @param until when it ends, after {@code from}
     * @param at when it is left
     */
    public static long of(long price, Instant from, Instant until, Instant at) {
        return share(price, Duration.between(at, until), Duration.between(from, until));
    }

    /** What was used of it until then, {@code floor(price × used / length)}: rounded down too, for it is owed. */
    public static long used(long price, Instant from, Instant until, Instant at) {
        return share(price, Duration.between(from, at), Duration.between(from, until));
    }

    private static long share(long price, Duration part, Duration whole) {
        long length = Math.max(1, whole.toMillis());
        long millis = Math.max(0, Math.min(part.toMillis(), length));
        return BigInteger.valueOf(price)
                .multiply(BigInteger.valueOf(millis))
                .divide(BigInteger.valueOf(length))
                .longValueExact();
    }
}
