package dev.earshot.api.pricing;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A day by the clocks of a place, and the one owner of how much of a daily allowance a part of it gets.
 *
 * @param begin its first moment
 * @param end the next day's first moment
 */
public record LocalDay(Instant begin, Instant end) {
    /** The day that it is there at this moment; one when clocks change is shorter or longer than others. */
    public static LocalDay at(Instant moment, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(moment, zone);
        return new LocalDay(
                today.atStartOfDay(zone).toInstant(),
                today.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /**
     * The share of this day that no earlier day has reached into, {@code floor(secondsPerDay × rest / length)} by
     * milliseconds: all of it, unless the clocks were changed for others.
     *
     * @param earlier when the day before that was opened last has ended, or ends
     */
    public long allowed(long secondsPerDay, Instant earlier) {
        Instant free = earlier.isAfter(begin) ? earlier : begin;
        return BigInteger.valueOf(secondsPerDay)
                .multiply(BigInteger.valueOf(Math.max(0, millis(free, end))))
                .divide(BigInteger.valueOf(millis(begin, end)))
                .longValueExact();
    }

    private static long millis(Instant from, Instant until) {
        return Duration.between(from, until).toMillis();
    }
}
