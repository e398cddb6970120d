package dev.earshot.command.card;

import dev.earshot.api.card.CardRefusal;
import dev.earshot.api.card.CardReversalCommand.ConfirmCardRefund;
import dev.earshot.api.card.CardReversalCommand.FailCardRefund;
import dev.earshot.api.card.CardReversalCommand.RecordCardRefund;
import dev.earshot.api.card.CardReversalCommand.RecordReturnedCardRefund;
import dev.earshot.api.card.CardReversalCommand.RequestCardRefund;
import dev.earshot.api.card.CardReversalCommand.RequestCardRefundOfRest;
import dev.earshot.api.card.CardReversalEvent;
import dev.earshot.api.card.CardReversalEvent.CardRefundConfirmed;
import dev.earshot.api.card.CardReversalEvent.CardRefundFailed;
import dev.earshot.api.card.CardReversalEvent.CardRefundRecorded;
import dev.earshot.api.card.CardReversalEvent.CardRefundRequested;
import dev.earshot.api.card.CardReversalEvent.CardRefundReturned;
import dev.earshot.api.card.RefundBearer;
import dev.earshot.api.id.RefundId;
import dev.earshot.api.money.Money;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.topup.RefundReason;
import dev.earshot.command.reversal.Reversals.Progress;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * What is given back of a captured payment, by us and by others, as far as it has come. Every piece of news is a fact
 * first; what follows from it is {@link Following}.
 */
record Refunding(Authorization payment, Reversed reversed, Consumer<CardReversalEvent> facts) {
    void request(RequestCardRefund command) throws Refused {
        payment.refuseUnlessIn(command.amount());
        request(command.refundId(), command.amount(), command.reason(), command.from(), command.at());
    }

    void request(RequestCardRefundOfRest command) throws Refused {
        payment.refuseUnlessCaptured();
        request(command.refundId(), left(), command.reason(), command.from(), command.at());
    }

    void confirm(ConfirmCardRefund command) throws Refused {
        RefundId refund = command.refundId();
        if (isNews(refund, Progress.CONFIRMED)) {
            Money amount = amountOf(refund);
            tell(new CardRefundConfirmed(
                    payment.id, payment.callId, payment.parties, refund, amount, command.reference(), command.at()));
        }
    }

    void fail(FailCardRefund command) throws Refused {
        RefundId refund = command.refundId();
        if (isNews(refund, Progress.FAILED)) {
            Money amount = amountOf(refund);
            tell(new CardRefundFailed(
                    payment.id, payment.callId, payment.parties, refund, amount, command.reason(), command.at()));
        }
    }

    void record(RecordCardRefund command) throws Refused {
        payment.refuseUnlessIn(command.inAll());
        if (reversed.reversals.isNews(command.inAll().minor(), command.at())) {
            tell(new CardRefundRecorded(payment.id, payment.callId, payment.parties, command.inAll(), command.at()));
        }
    }

    void record(RecordReturnedCardRefund command) throws Refused {
        payment.refuseUnlessIn(command.amount());
        if (!reversed.reversals.returned().containsKey(command.refund())) {
            tell(new CardRefundReturned(
                    payment.id, payment.callId, payment.parties, command.refund(), command.amount(), command.at()));
        }
    }

    private void request(RefundId refund, Money amount, RefundReason reason, RefundBearer from, Instant at)
            throws Refused {
        if (reversed.reversals.asked().containsKey(refund)) {
            return;
        }
        payment.refuseUnlessCaptured();
        if (reversed.reversals.hasOpenDispute()) {
            throw CardRefusal.CARD_PAYMENT_DISPUTED.of(
                    "the cardholder's bank disputes %s; what it has taken cannot go twice", payment.id);
        }
        if (!amount.isPositive() || amount.minor() > left().minor()) {
            throw CardRefusal.CARD_REFUND_EXCEEDS_PAYMENT.of(
                    "%s of %s can still be given back, not %s", left(), payment.id, amount);
        }
        tell(new CardRefundRequested(
                payment.id, payment.callId, payment.parties, refund, payment.reference, amount, reason, from, at));
    }

    private Money left() {
        return payment.charged.minus(reversed.told.inAll());
    }

    private Money amountOf(RefundId refund) {
        return new Money(reversed.reversals.asked().get(refund).amount(), payment.authorized.currency());
    }

    private boolean isNews(RefundId refund, Progress progress) throws Refused {
        if (!reversed.reversals.asked().containsKey(refund)) {
            throw CardRefusal.CARD_REFUND_UNKNOWN.of("%s has no refund %s", payment.id, refund);
        }
        return reversed.reversals.isNews(refund, progress);
    }

    private void tell(CardReversalEvent news) {
        facts.accept(news);
        new Following(payment, reversed, facts).follow(news.at());
    }
}
