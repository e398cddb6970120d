package dev.earshot.command.earnings;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.earshot.api.earnings.ActivityTiers;
import dev.earshot.api.earnings.EarningsEvent;
import dev.earshot.api.earnings.EarningsEvent.BonusCredited;
import dev.earshot.api.earnings.EarningsEvent.TalkCounted;
import dev.earshot.api.money.Money;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A listener's latest weeks of talk. Talk of all currencies counts together; what it raises does not. Weeks long past are
 * forgotten, so that a call which is credited months late raises nothing.
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
final class Weeks {
    private static final int REMEMBERED = 8;

    private TreeMap<Instant, Week> weeks = new TreeMap<>();

    /** The Monday, midnight in UTC, of the week that this moment belongs to. */
    static Instant of(Instant moment) {
        return moment.atZone(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .toInstant();
    }

    void on(EarningsEvent event) {
        if (event instanceof TalkCounted talk) {
            count(talk.week(), talk.seconds(), talk.earned());
        } else if (event instanceof BonusCredited bonus) {
            reward(bonus.week(), bonus.amount());
        }
    }

    private void count(Instant week, long seconds, Money earned) {
        weeks.merge(week, Week.of(seconds, earned), Week::plus);
        while (weeks.size() > REMEMBERED) {
            weeks.pollFirstEntry();
        }
    }

    private void reward(Instant week, Money bonus) {
        weeks.computeIfPresent(week, (same, counted) -> counted.plus(Week.rewardedWith(bonus)));
    }

    /** What was earned in the week, in an order of its own: the same calls must lead to the same facts. */
    List<Currency> currencies(Instant week) {
        Week counted = weeks.get(week);
        return counted == null
                ? List.of()
                : counted.earned().keySet().stream()
                        .sorted(Comparator.comparing(Currency::getCurrencyCode))
                        .toList();
    }

    /** What the week's bonus has grown by since it was last credited. Never negative, for a bonus given stays. */
    long grown(Instant week, Currency currency, ActivityTiers tiers) {
        Week counted = weeks.get(week);
        long due = tiers.bonus(counted.seconds(), counted.earned().get(currency));
        return Math.max(0, due - counted.bonus().getOrDefault(currency, 0L));
    }

    /**
     * One week: its talk, what that earned and what bonus was credited for it.
     *
     * @param earned minor units
     * @param bonus minor units
     */
    private record Week(long seconds, Map<Currency, Long> earned, Map<Currency, Long> bonus) {
        static Week of(long seconds, Money earned) {
            return new Week(seconds, Map.of(earned.currency(), earned.minor()), Map.of());
        }

        static Week rewardedWith(Money bonus) {
            return new Week(0, Map.of(), Map.of(bonus.currency(), bonus.minor()));
        }

        Week plus(Week more) {
            return new Week(Math.addExact(seconds, more.seconds), sum(earned, more.earned), sum(bonus, more.bonus));
        }

        private static Map<Currency, Long> sum(Map<Currency, Long> one, Map<Currency, Long> other) {
            Map<Currency, Long> sum = new HashMap<>(one);
            other.forEach((currency, minor) -> sum.merge(currency, minor, Math::addExact));
            return sum;
        }
    }
}
