package dev.earshot.api.pricing;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;

/**
 * How long one period of a membership lasts: months of the calendar (UTC), then days of 24 hours. Ends are counted from
 * the first period's beginning, so that what began on the 31st ends on the last of February and on the 31st of March.
 *
 * @param months months of the calendar, at least 0
 * @param seconds seconds beyond them, at least 0
 */
public record Cycle(int months, long seconds) {
    /** Reads ISO 8601: {@code P1M}, {@code P1Y}, {@code P30D}, {@code PT90S}. Fails on what is no positive period. */
    public static Cycle of(String text) {
        Cycle cycle = text.startsWith("PT") ? new Cycle(0, Duration.parse(text).toSeconds()) : of(Period.parse(text));
        if (cycle.months < 0 || cycle.seconds < 0 || cycle.months + cycle.seconds == 0) {
            throw new IllegalArgumentException("a positive period is expected, not " + text);
        }
        return cycle;
    }

    private static Cycle of(Period period) {
        return new Cycle(
                Math.toIntExact(period.toTotalMonths()),
                Duration.ofDays(period.getDays()).toSeconds());
    }

    /** When the so-manieth period after this beginning ends. */
    public Instant end(Instant beginning, long periods) {
        return beginning
                .atOffset(ZoneOffset.UTC)
                .plusMonths(Math.multiplyExact(months, periods))
                .plusSeconds(Math.multiplyExact(seconds, periods))
                .toInstant();
    }
}
