package dev.earshot.command.card;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.earshot.api.card.CardPaymentEvent;
import dev.earshot.api.card.CardPaymentEvent.CardCaptured;
import dev.earshot.api.card.CardReversalEvent;
import dev.earshot.api.card.CardReversalEvent.CardDisputeLost;
import dev.earshot.api.card.CardReversalEvent.CardDisputeOpened;
import dev.earshot.api.card.CardReversalEvent.CardDisputeWon;
import dev.earshot.api.card.CardReversalEvent.CardPaymentReversed;
import dev.earshot.api.card.CardReversalEvent.CardRefundConfirmed;
import dev.earshot.api.card.CardReversalEvent.CardRefundFailed;
import dev.earshot.api.card.CardReversalEvent.CardRefundRecorded;
import dev.earshot.api.card.CardReversalEvent.CardRefundRequested;
import dev.earshot.api.card.CardReversalEvent.CardRefundReturned;
import dev.earshot.api.card.CardReversalEvent.ListenerShareFetched;
import dev.earshot.api.card.CardReversalEvent.ListenerShareLost;
import dev.earshot.api.card.CardReversalEvent.ListenerShareRestored;
import dev.earshot.api.card.RefundBearer;
import dev.earshot.api.id.RefundId;
import dev.earshot.api.money.Money;
import dev.earshot.api.topup.RefundFailure;
import dev.earshot.api.topup.Reversal;
import dev.earshot.command.reversal.Reversals;
import dev.earshot.command.reversal.Reversals.Progress;
import dev.earshot.command.reversal.Reversals.Verdict;
import java.util.HashMap;
import java.util.Map;

/**
 * What has gone back of a captured payment by all that was told of it, and at whose cost. Only facts change it; those
 * who decide read it. All of it may be told before we know that the payment was captured.
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class Reversed {
    Reversals reversals = Reversals.none();
    Reversal told; // Absent until the payment is captured.
    Share share; // Absent until the payment is captured.
    private Map<RefundId, RefundBearer> bearers = new HashMap<>();
    long everFetched; // By refunds that the listener bears, those that came back included; minor units.

    /** What of refunds that were made and have not come back the listener bears their share of. */
    long borneByListener() {
        return bearers.entrySet().stream()
                .filter(refund -> refund.getValue() == RefundBearer.LISTENER)
                .map(refund -> reversals.asked().get(refund.getKey()))
                .filter(refund -> refund.progress() == Progress.CONFIRMED)
                .mapToLong(Reversals.Refund::amount)
                .sum();
    }

    void on(CardPaymentEvent event) {
        if (event instanceof CardCaptured captured) {
            told = Reversal.none(captured.amount());
            share = Share.of(captured.amount().minor() - captured.fee().minor());
        }
    }

    void on(CardReversalEvent event) {
        if (event instanceof CardRefundRequested refund) {
            reversals = reversals.asking(refund.refundId(), refund.amount().minor());
            bearers.put(refund.refundId(), refund.from());
        } else if (event instanceof CardRefundConfirmed refund) {
            reversals = reversals.moving(refund.refundId(), Progress.CONFIRMED);
            made(refund.refundId());
        } else if (event instanceof CardRefundFailed refund) {
            on(refund);
        } else if (event instanceof CardRefundRecorded refund) {
            reversals = reversals.telling(refund.inAll().minor(), refund.at());
        } else if (event instanceof CardRefundReturned refund) {
            reversals = reversals.returning(refund.refund(), refund.amount().minor(), refund.at());
        } else if (event instanceof CardDisputeOpened dispute) {
            disputed(dispute.dispute(), Verdict.OPEN, dispute.amount());
        } else if (event instanceof CardDisputeWon dispute) {
            disputed(dispute.dispute(), Verdict.WON, dispute.amount());
        } else if (event instanceof CardDisputeLost dispute) {
            disputed(dispute.dispute(), Verdict.LOST, dispute.amount());
        } else if (event instanceof CardPaymentReversed reversed) {
            told = reversed.reversal();
        } else if (event instanceof ListenerShareFetched listener) {
            share = share.fetching(listener.amount().minor());
        } else if (event instanceof ListenerShareLost listener) {
            share = share.losing(listener.amount().minor());
        } else if (event instanceof ListenerShareRestored listener) {
            share = share.restoring(listener.amount().minor());
        }
    }

    private void on(CardRefundFailed event) {
        boolean wasMade = reversals.asked().get(event.refundId()).progress() == Progress.CONFIRMED;
        reversals = reversals.failing(event.refundId(), event.reason(), event.at());
        if (event.reason() == RefundFailure.RETURNED && !wasMade) {
            made(event.refundId()); // It went out, or it could not have come back.
        }
    }

    private void made(RefundId refund) {
        if (bearers.get(refund) == RefundBearer.LISTENER) {
            everFetched += reversals.asked().get(refund).amount();
        }
    }

    private void disputed(String dispute, Verdict verdict, Money amount) {
        reversals = reversals.disputing(dispute, verdict, amount.minor());
    }
}
