package dev.earshot.query.lab.replay;

import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.Tariff;
import dev.earshot.api.pricing.Terms;
import dev.earshot.api.simulation.Candidate;
import dev.earshot.api.wallet.WalletEvent;
import dev.earshot.api.wallet.WalletEvent.CardLent;
import dev.earshot.api.wallet.WalletEvent.PackCredited;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A candidate for the calls that are looked at; the real terms for all others, though on what the candidate has left of the
 * wallet.
 *
 * @param from when the candidate comes into force
 */
record UnderCandidate(Candidate candidate, Instant from, Leftovers leftovers) implements Conditions {
    @Override
    public boolean follow(ScriptCall call) {
        return !call.begun();
    }

    @Override
    public Terms terms(ScriptCall call) {
        if (!call.inScope()) {
            return call.terms();
        }
        Terms terms = candidate.termsOf(call.listener(), call.terms());
        return leftovers == Leftovers.STAY_WORTH_THEIR_PRICE && leavesCash(terms, call.terms())
                ? terms.then(candidate.prices().burns(Pocket.CASH, terms.ratePerMinute()))
                : terms;
    }

    @Override
    public long leastSeconds(ScriptCall call) {
        return call.inScope() ? candidate.leastSeconds() : 1;
    }

    @Override
    public WalletEvent instead(WalletEvent fact, Map<?, ScriptCall> calls) {
        if (fact instanceof CardLent card) {
            ScriptCall call = calls.get(card.callId());
            return call == null ? fact : instead(card, call);
        } else if (fact instanceof PackCredited credit) {
            return isWorthCash(credit) ? Conditions.asCash(credit) : fact;
        }
        return fact;
    }

    private WalletEvent instead(CardLent card, ScriptCall call) {
        Optional<Tariff> real = Conditions.byCard(call.terms());
        Optional<Tariff> other = follow(call) ? real : Conditions.byCard(terms(call));
        return real.isPresent() && other.isPresent() ? Conditions.atPrice(card, real.get(), other.get()) : card;
    }

    /** Whether a move to another plan would leave the member's cash idle. */
    private boolean leavesCash(Terms terms, Terms real) {
        boolean isMoved = terms.plan() != real.plan() && candidate.burnOrder().isEmpty();
        return isMoved && !terms.burns(Pocket.CASH);
    }

    private boolean isWorthCash(PackCredited credit) {
        List<Pocket> order = candidate.burnOrder();
        return leftovers == Leftovers.STAY_WORTH_THEIR_PRICE
                && order.contains(Pocket.CASH)
                && !order.contains(credit.pack().pocket())
                && !credit.at().isBefore(from);
    }
}
