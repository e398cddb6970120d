package dev.earshot.api.pricing;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;

/** What a period that is left early gives back: the one owner of this rounding. */
public final class UnusedShare {
    private UnusedShare() {}

    /**
     * {@code floor(price × rest / length)} by milliseconds, never more than the price and never below zero.
     *
     * @param price what the period cost, minor units
     * @param from when it began
     * @param until when it ends, after {@code from}
     * @param at when it is left
     */
    public static long of(long price, Instant from, Instant until, Instant at) {
        if (!at.isBefore(until)) {
            return 0;
        }
        if (!at.isAfter(from)) {
            return price;
        }
        BigInteger rest = millis(at, until);
        return BigInteger.valueOf(price)
                .multiply(rest)
                .divide(millis(from, until))
                .longValueExact();
    }

    private static BigInteger millis(Instant from, Instant until) {
        return BigInteger.valueOf(Math.max(1, Duration.between(from, until).toMillis()));
    }
}
