package dev.earshot.query.lab.tally;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.pricing.Charge;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.simulation.Candidate;
import dev.earshot.query.lab.result.CallCounts;
import dev.earshot.query.lab.result.CutOff;
import dev.earshot.query.lab.result.Outcome;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one candidate comes to. */
public final class Tally {
    /** What would have become of a call. */
    public enum Fate {
        SAME,
        CUT_OFF,
        REFUSED,
        WOULD_TALK_ON,
        WOULD_BE_ADMITTED
    }

    /**
     * What a call was charged.
     *
     * @param prepaid what the tokens and minutes among the charges had cost
     */
    public record Bill(List<Charge> charges, long prepaid) {}

    private final int listed;
    private final Map<Fate, Long> fates = new EnumMap<>(Fate.class);
    private final Map<String, CurrencyTally> currencies = new TreeMap<>();
    private final First<CutOff> cutOff;
    private final First<CutOff> refused;

    /** @param listed how many losers and endings are named */
    public Tally(int listed) {
        this.listed = listed;
        this.cutOff = new First<>(listed, Comparator.comparingLong(CutOff::position));
        this.refused = new First<>(listed, Comparator.comparingLong(CutOff::position));
    }

    /** A call of this fate; whose end it changes is named. */
    public void fate(Fate fate, CutOff ending) {
        fates.merge(fate, 1L, Long::sum);
        if (fate == Fate.CUT_OFF) {
            cutOff.add(ending);
        } else if (fate == Fate.REFUSED) {
            refused.add(ending);
        }
    }

    /** What the calls of one member came to. */
    public Member member(AccountId id, String currency) {
        return new Member(id, currencies.computeIfAbsent(currency, absent -> new CurrencyTally(listed)));
    }

    /** Adds what another one has. */
    public void add(Tally more) {
        more.fates.forEach((fate, count) -> fates.merge(fate, count, Long::sum));
        more.currencies.forEach((currency, tally) -> currencies
                .computeIfAbsent(currency, absent -> new CurrencyTally(listed))
                .add(tally));
        cutOff.addAll(more.cutOff);
        refused.addAll(more.refused);
    }

    /** All of it. */
    public Outcome outcome(Candidate candidate) {
        CallCounts counts = new CallCounts(
                fates.values().stream().mapToLong(Long::longValue).sum(),
                count(Fate.SAME),
                count(Fate.CUT_OFF),
                count(Fate.REFUSED),
                count(Fate.WOULD_TALK_ON),
                count(Fate.WOULD_BE_ADMITTED));
        return new Outcome(
                candidate,
                counts,
                currencies.entrySet().stream()
                        .map(currency -> currency.getValue().outcome(currency.getKey()))
                        .toList(),
                cutOff.list(),
                refused.list());
    }

    private long count(Fate fate) {
        return fates.getOrDefault(fate, 0L);
    }

    /** One member's calls in one currency. */
    public static final class Member {
        private final AccountId id;
        private final CurrencyTally tally;
        private final Pair sums = new Pair();

        private Member(AccountId id, CurrencyTally tally) {
            this.id = id;
            this.tally = tally;
        }

        /** One of their calls. */
        public void call(LocalDate day, PlanVersion version, ListenerId listener, Bill real, Bill other) {
            Sums was = Sums.of(real.charges(), real.prepaid());
            Sums would = Sums.of(other.charges(), other.prepaid());
            tally.add(day, version, listener, was, would);
            sums.add(was, would);
        }

        /** There are no more. */
        public void done() {
            tally.member(id.value(), sums.baseline.revenue(), sums.candidate.revenue());
        }
    }
}
