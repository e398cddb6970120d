package dev.earshot.command.autotopup;

import dev.earshot.platform.payments.DailyCap;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/**
 * What was asked for on which day (UTC). Immutable. A declined payment counts, for it may still be paid late; so the cap
 * holds whatever providers tell, and in whatever order.
 *
 * @param days only those that still matter
 */
record Asked(Map<LocalDate, Sum> days) {
    private static final int DAYS_KEPT = 3; // Facts of yesterday may come after those of today.

    Asked {
        days = Map.copyOf(days);
    }

    static Asked nothing() {
        return new Asked(Map.of());
    }

    boolean leavesRoomFor(long minor, DailyCap.Limit limit, Instant at) {
        Sum today = days.getOrDefault(day(at), Sum.ZERO);
        return today.times() < limit.times() && minor <= limit.amount().minor() - today.minor();
    }

    Asked plus(long minor, Instant at) {
        Map<LocalDate, Sum> more = new HashMap<>(days);
        more.keySet().removeIf(day -> day.isBefore(day(at).minusDays(DAYS_KEPT)));
        more.merge(day(at), new Sum(1, minor), Sum::plus);
        return new Asked(more);
    }

    /** When the day of this moment is over. */
    static Instant nextDay(Instant at) {
        return day(at).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /** How often, and how much in minor units. */
    record Sum(long times, long minor) {
        private static final Sum ZERO = new Sum(0, 0);

        Sum plus(Sum more) {
            return new Sum(times + more.times, Math.addExact(minor, more.minor));
        }
    }
}
