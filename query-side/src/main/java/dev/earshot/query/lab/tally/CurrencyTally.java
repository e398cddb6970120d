package dev.earshot.query.lab.tally;

import dev.earshot.api.id.ListenerId;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.query.lab.result.CurrencyOutcome;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What one candidate comes to in one currency. Of members each is told once, of listeners there is a row for each. */
final class CurrencyTally {
    private final int listed;
    private final Pair total = new Pair();
    private final Endings endings;
    private final Folk members;
    private final Map<ListenerId, long[]> listeners = new HashMap<>();
    private final Map<LocalDate, Pair> days = new TreeMap<>();
    private final Map<PlanVersion, Pair> versions = new EnumMap<>(PlanVersion.class);

    CurrencyTally(int listed) {
        this.listed = listed;
        this.endings = new Endings(listed);
        this.members = new Folk(1, listed);
    }

    void add(LocalDate day, PlanVersion version, ListenerId listener, Sums real, Sums other) {
        total.add(real, other);
        days.computeIfAbsent(day, absent -> new Pair()).add(real, other);
        versions.computeIfAbsent(version, absent -> new Pair()).add(real, other);
        add(listener, real.income(), other.income());
    }

    /** What would have become of the calls in it. */
    Endings endings() {
        return endings;
    }

    /** How many members there are. */
    long members() {
        return members.size();
    }

    /** How many listeners earn by it. */
    long listeners() {
        return listeners.size();
    }

    void member(String id, long baseline, long candidate) {
        members.add(id, baseline, candidate);
    }

    void add(CurrencyTally more) {
        total.add(more.total);
        endings.add(more.endings);
        members.add(more.members);
        more.listeners.forEach((listener, income) -> add(listener, income[0], income[1]));
        merge(days, more.days);
        merge(versions, more.versions);
    }

    /** All of it; of listeners only if there are so many. */
    CurrencyOutcome outcome(String currency, long leastListeners) {
        Folk earners = new Folk(-1, listed);
        if (listeners() >= leastListeners) {
            listeners.forEach((listener, income) -> earners.add(listener.value(), income[0], income[1]));
        }
        return new CurrencyOutcome(
                currency,
                total.change(),
                members.changes(),
                earners.changes(),
                days.entrySet().stream()
                        .map(day -> new CurrencyOutcome.Day(
                                day.getKey(), day.getValue().change()))
                        .toList(),
                versions.entrySet().stream()
                        .map(version -> new CurrencyOutcome.Version(
                                version.getKey(), version.getValue().change()))
                        .toList());
    }

    private void add(ListenerId listener, long baseline, long candidate) {
        long[] income = listeners.computeIfAbsent(listener, absent -> new long[2]);
        income[0] = Math.addExact(income[0], baseline);
        income[1] = Math.addExact(income[1], candidate);
    }

    private static <K> void merge(Map<K, Pair> into, Map<K, Pair> more) {
        Function<K, Pair> fresh = absent -> new Pair();
        more.forEach((key, pair) -> into.computeIfAbsent(key, fresh).add(pair));
    }
}
