package dev.earshot.command.card;

import dev.earshot.api.card.CardReversalEvent;
import dev.earshot.api.card.CardReversalEvent.CardPaymentReversed;
import dev.earshot.api.card.CardReversalEvent.ListenerShareFetched;
import dev.earshot.api.card.CardReversalEvent.ListenerShareLost;
import dev.earshot.api.card.CardReversalEvent.ListenerShareRestored;
import dev.earshot.api.id.ClawbackId;
import dev.earshot.api.money.Money;
import dev.earshot.api.topup.Reversal;
import dev.earshot.command.card.Authorization.Stage;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * What the news of refunds and disputes comes to together, once the payment is captured: what has gone back and what
 * of it the member owes, and what the listener loses of their share.
 */
record Following(Authorization payment, Reversed reversed, Consumer<CardReversalEvent> facts) {
    /** Tells all of it that has changed since it was told last. */
    void follow(Instant at) {
        if (payment.stage != Stage.CAPTURED) {
            return;
        }
        Reversal now = reversed.reversals.of(payment.charged, reversed.told);
        if (now.differsFrom(reversed.told)) {
            Money owed = money(unrefunded(now.disputed().minor(), now));
            facts.accept(new CardPaymentReversed(
                    payment.id, payment.callId, payment.parties, payment.charged, now, owed, at));
        }
        fetch(at);
        settle(now, at);
    }

    /** A refund that the listener bears is fetched as it is made. */
    private void fetch(Instant at) {
        long fetched = shareOf(reversed.everFetched) - reversed.share.fetched();
        if (fetched > 0) {
            facts.accept(
                    new ListenerShareFetched(payment.id, payment.callId, payment.parties, next(), money(fetched), at));
        }
    }

    /** All else that they lose or get back is settled with them here. */
    private void settle(Reversal now, Instant at) {
        long lost = unrefunded(reversed.reversals.lost(payment.charged).minor(), now);
        long more = shareOf(reversed.borneByListener() + lost) - reversed.share.taken();
        if (more > 0) {
            facts.accept(new ListenerShareLost(payment.id, payment.callId, payment.parties, next(), money(more), at));
        } else if (more < 0) {
            facts.accept(
                    new ListenerShareRestored(payment.id, payment.callId, payment.parties, next(), money(-more), at));
        }
    }

    /** What of this no refund had given back already: a goodwill is never asked back. */
    private long unrefunded(long minor, Reversal now) {
        return Math.max(
                0, Math.min(minor, payment.charged.minor() - now.refunded().minor()));
    }

    private long shareOf(long part) {
        return reversed.share.of(part, payment.charged.minor());
    }

    private Money money(long minor) {
        return new Money(minor, payment.charged.currency());
    }

    private ClawbackId next() {
        return ClawbackId.of(payment.id, reversed.share.changes() + 1);
    }
}
