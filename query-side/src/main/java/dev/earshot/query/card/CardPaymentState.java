package dev.earshot.query.card;

import dev.earshot.api.call.Parties;
import dev.earshot.api.card.CardPaymentEvent;
import dev.earshot.api.card.CardPaymentEvent.AuthorizationRequested;
import dev.earshot.api.card.CardPaymentEvent.CaptureRequested;
import dev.earshot.api.card.CardPaymentEvent.CardAuthorized;
import dev.earshot.api.card.CardPaymentEvent.CardReceivableRaised;
import dev.earshot.api.card.CardReversalEvent;
import dev.earshot.api.card.CardReversalEvent.CardDisputeLost;
import dev.earshot.api.card.CardReversalEvent.CardDisputeOpened;
import dev.earshot.api.card.CardReversalEvent.CardDisputeWon;
import dev.earshot.api.card.CardReversalEvent.CardPaymentReversed;
import dev.earshot.api.card.CardReversalEvent.CardRefundConfirmed;
import dev.earshot.api.card.CardReversalEvent.CardRefundFailed;
import dev.earshot.api.card.CardReversalEvent.CardRefundRequested;
import dev.earshot.api.card.CardReversalEvent.CardRefundReturned;
import dev.earshot.api.card.CardReversalEvent.ListenerShareFetched;
import dev.earshot.api.card.CardReversalEvent.ListenerShareLost;
import dev.earshot.api.card.CardReversalEvent.ListenerShareRestored;
import dev.earshot.api.money.Money;
import dev.earshot.api.topup.RefundFailure;
import dev.earshot.query.fold.Folded;
import dev.earshot.query.reversal.ReversalLine;
import dev.earshot.query.reversal.ReversalLine.Kind;
import dev.earshot.query.reversal.ReversalLine.Status;
import java.time.Instant;
import java.util.List;

/** A card payment as its events have left it; amounts are in minor units of its currency. */
final class CardPaymentState extends Folded {
    final String cardPaymentId;
    String callId;
    String memberId;
    String listenerId;
    CardStage stage = CardStage.REQUESTED;
    String currency;
    long authorized;
    long charged;
    long fee;
    long refunded;
    long disputed;
    long reversed;
    long owed;
    long listenerLost;
    List<ReversalLine> lines = List.of();
    Instant requestedAt;
    long requested;

    CardPaymentState(String cardPaymentId) {
        this(cardPaymentId, 0);
    }

    CardPaymentState(String cardPaymentId, long position) {
        super(position);
        this.cardPaymentId = cardPaymentId;
    }

    void on(CardPaymentEvent fact) {
        stage = stage.after(fact);
        if (fact instanceof AuthorizationRequested event) {
            requested(event.callId().value(), event.parties(), event.amount(), event.at());
        } else if (fact instanceof CardAuthorized event) {
            authorized = event.amount().minor();
        } else if (fact instanceof CaptureRequested event) {
            charged = event.amount().minor();
            fee = event.fee().minor();
        } else if (fact instanceof CardReceivableRaised event) {
            charged = event.amount().minor();
        }
    }

    void on(CardReversalEvent fact) {
        if (fact instanceof CardPaymentReversed event) {
            refunded = event.reversal().refunded().minor();
            disputed = event.reversal().disputed().minor();
            reversed = event.reversal().inAll().minor();
            owed = event.owed().minor();
        } else if (fact instanceof ListenerShareLost event) {
            listenerLost += event.amount().minor();
        } else if (fact instanceof ListenerShareFetched event) {
            listenerLost += event.amount().minor();
        } else if (fact instanceof ListenerShareRestored event) {
            listenerLost -= event.amount().minor();
        } else {
            enter(fact);
        }
    }

    boolean hasOpenDispute() {
        return lines.stream().anyMatch(line -> line.status() == Status.OPEN);
    }

    private void requested(String call, Parties parties, Money amount, Instant at) {
        callId = call;
        memberId = parties.memberId().value();
        listenerId = parties.listenerId().value();
        currency = amount.currency().getCurrencyCode();
        authorized = amount.minor();
        requestedAt = requestedAt == null ? at : requestedAt;
        requested = requested == 0 ? position() : requested;
    }

    /** What a provider told in sum is in no line; the sums of the payment tell it. */
    private void enter(CardReversalEvent fact) {
        if (fact instanceof CardRefundRequested event) {
            refund(event.refundId().value(), event.amount(), Status.REQUESTED, event.reason(), event.at());
        } else if (fact instanceof CardRefundConfirmed event) {
            refund(event.refundId().value(), event.amount(), Status.CONFIRMED, null, event.at());
        } else if (fact instanceof CardRefundFailed event) {
            refund(event.refundId().value(), event.amount(), Status.FAILED, event.reason(), event.at());
        } else if (fact instanceof CardRefundReturned event) {
            refund(event.refund(), event.amount(), Status.FAILED, RefundFailure.RETURNED, event.at());
        } else if (fact instanceof CardDisputeOpened event) {
            dispute(event.dispute(), event.amount(), Status.OPEN, event.at());
        } else if (fact instanceof CardDisputeWon event) {
            dispute(event.dispute(), event.amount(), Status.WON, event.at());
        } else if (fact instanceof CardDisputeLost event) {
            dispute(event.dispute(), event.amount(), Status.LOST, event.at());
        }
    }

    private void refund(String name, Money amount, Status to, Enum<?> why, Instant at) {
        lines = new ReversalLine(Kind.REFUND, name, amount, to, why == null ? null : why.name(), at).in(lines);
    }

    /** A dispute that was opened after it was closed stays closed. */
    private void dispute(String name, Money amount, Status to, Instant at) {
        var line = new ReversalLine(Kind.DISPUTE, name, amount, to, null, at);
        lines = lines.stream()
                .filter(line::is)
                .findAny()
                .map(line::furtherOf)
                .orElse(line)
                .in(lines);
    }
}
