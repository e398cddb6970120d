package dev.earshot.wallet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/**
 * How many graces were used on which day (UTC). Immutable.
 *
 * @param used by day; only days that still matter
 */
record Graces(Map<LocalDate, Integer> used) {
    private static final int DAYS_KEPT = 3; // A day can still change while a call that began on it runs.

    Graces {
        used = Map.copyOf(used);
    }

    static Graces none() {
        return new Graces(Map.of());
    }

    boolean left(int perDay, Instant at) {
        return used.getOrDefault(day(at), 0) < perDay;
    }

    Graces use(Instant at) {
        Map<LocalDate, Integer> more = new HashMap<>(used);
        more.keySet().removeIf(day -> day.isBefore(day(at).minusDays(DAYS_KEPT)));
        more.merge(day(at), 1, Integer::sum);
        return new Graces(more);
    }

    Graces giveBack(Instant usedAt) {
        Map<LocalDate, Integer> fewer = new HashMap<>(used);
        fewer.computeIfPresent(day(usedAt), (day, count) -> count > 1 ? count - 1 : null);
        return new Graces(fewer);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
