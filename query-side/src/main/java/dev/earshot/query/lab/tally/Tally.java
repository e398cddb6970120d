package dev.earshot.query.lab.tally;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.pricing.Charge;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.simulation.Candidate;
import dev.earshot.query.lab.result.CurrencyOutcome;
import dev.earshot.query.lab.result.CutOff;
import dev.earshot.query.lab.result.LeftOut;
import dev.earshot.query.lab.result.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one candidate comes to. All that a call comes to is kept by its currency, so that a currency in which there are calls
 * of too few members can be left out of everything.
 */
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
    private final Map<String, CurrencyTally> currencies = new TreeMap<>();
    private final Endings ofNoWallet;

    /** @param listed how many losers and endings are named */
    public Tally(int listed) {
        this.listed = listed;
        this.ofNoWallet = new Endings(listed);
    }

    /** A call of this fate, in the currency of its member's wallet, if they ever had one; whose end it changes is named. */
    public void fate(Optional<Currency> currency, Fate fate, CutOff ending) {
        currency.map(opened -> of(opened.getCurrencyCode()).endings())
                .orElse(ofNoWallet)
                .add(fate, ending);
    }

    /** What the calls of one member came to. */
    public Member member(AccountId id, Currency currency) {
        return new Member(id, of(currency.getCurrencyCode()));
    }

    /** Adds what another one has. */
    public void add(Tally more) {
        more.currencies.forEach((currency, tally) -> of(currency).add(tally));
        ofNoWallet.add(more.ofNoWallet);
    }

    /** All of it, but the currencies with calls of fewer members than that, and single listeners where they are fewer. */
    public Outcome outcome(Candidate candidate, long leastMembers) {
        Endings endings = new Endings(listed);
        endings.add(ofNoWallet);
        List<CurrencyOutcome> told = new ArrayList<>();
        currencies.forEach((currency, tally) -> {
            if (tally.members() >= leastMembers) {
                endings.add(tally.endings());
                told.add(tally.outcome(currency, leastMembers));
            }
        });
        return new Outcome(candidate, endings.counts(), told, endings.cutOff(), endings.refused());
    }

    /** What is left out then. */
    public List<LeftOut> leftOut(long leastMembers) {
        List<LeftOut> leftOut = new ArrayList<>();
        currencies.forEach((currency, tally) -> {
            if (tally.members() < leastMembers) {
                leftOut.add(LeftOut.of(currency, tally.members(), leastMembers));
            } else if (tally.listeners() < leastMembers) {
                leftOut.add(LeftOut.ofListeners(currency, tally.members(), leastMembers));
            }
        });
        return leftOut;
    }

    private CurrencyTally of(String currency) {
        return currencies.computeIfAbsent(currency, absent -> new CurrencyTally(listed));
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
