package dev.earshot.command.topup;

import dev.earshot.api.id.RefundId;
import dev.earshot.api.money.Money;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.topup.RefundReason;
import dev.earshot.api.topup.TopUpCommand.ConfirmRefund;
import dev.earshot.api.topup.TopUpCommand.FailRefund;
import dev.earshot.api.topup.TopUpCommand.RecordRefund;
import dev.earshot.api.topup.TopUpCommand.RecordReturnedRefund;
import dev.earshot.api.topup.TopUpCommand.RequestRefund;
import dev.earshot.api.topup.TopUpCommand.RequestRefundOfRest;
import dev.earshot.api.topup.TopUpEvent;
import dev.earshot.api.topup.TopUpEvent.RefundConfirmed;
import dev.earshot.api.topup.TopUpEvent.RefundFailed;
import dev.earshot.api.topup.TopUpEvent.RefundRecorded;
import dev.earshot.api.topup.TopUpEvent.RefundRequested;
import dev.earshot.api.topup.TopUpEvent.RefundReturned;
import dev.earshot.api.topup.TopUpRefusal;
import dev.earshot.command.reversal.Reversals.Progress;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * What is given back of a top-up, by us and by others. Money leaves the member when a refund is asked for, and returns
 * when it fails. Every piece of news is a fact first; what follows from it is {@link Following}.
 */
record Refunding(Order order, Reversed reversed, Consumer<TopUpEvent> facts) {
    void request(RequestRefund command) throws Refused {
        order.refuseUnlessPricedIn(command.amount());
        request(command.refundId(), command.amount(), command.reason(), command.at());
    }

    void request(RequestRefundOfRest command) throws Refused {
        request(command.refundId(), left(), command.reason(), command.at());
    }

    void confirm(ConfirmRefund command) throws Refused {
        RefundId refund = command.refundId();
        if (isNews(refund, Progress.CONFIRMED)) {
            facts.accept(new RefundConfirmed(
                    order.id, order.walletId, refund, amountOf(refund), command.reference(), command.at()));
            follow(command.at());
        }
    }

    void fail(FailRefund command) throws Refused {
        RefundId refund = command.refundId();
        if (isNews(refund, Progress.FAILED)) {
            facts.accept(new RefundFailed(
                    order.id, order.walletId, refund, amountOf(refund), command.reason(), command.at()));
            follow(command.at());
        }
    }

    void record(RecordRefund command) throws Refused {
        order.refuseUnlessPricedIn(command.inAll());
        if (reversed.reversals.isNews(command.inAll().minor(), command.at())) {
            facts.accept(new RefundRecorded(order.id, order.walletId, command.inAll(), command.at()));
            follow(command.at());
        }
    }

    void record(RecordReturnedRefund command) throws Refused {
        order.refuseUnlessPricedIn(command.amount());
        if (!reversed.reversals.returned().containsKey(command.refund())) {
            facts.accept(
                    new RefundReturned(order.id, order.walletId, command.refund(), command.amount(), command.at()));
            follow(command.at());
        }
    }

    private void request(RefundId refund, Money amount, RefundReason reason, Instant at) throws Refused {
        if (reversed.reversals.asked().containsKey(refund)) {
            return;
        }
        refuseUnlessOurs();
        if (reversed.reversals.hasOpenDispute()) {
            throw TopUpRefusal.TOP_UP_DISPUTED.of(
                    "the payer's bank disputes %s; what it has taken cannot go twice", order.id);
        }
        if (!amount.isPositive() || amount.minor() > left().minor()) {
            throw TopUpRefusal.REFUND_EXCEEDS_PAYMENT.of(
                    "%s of %s can still be given back, not %s", left(), order.id, amount);
        }
        facts.accept(new RefundRequested(order.id, order.walletId, refund, order.payment, amount, reason, at));
        follow(at);
    }

    private Money left() {
        return order.price().minus(reversed.told.inAll());
    }

    private Money amountOf(RefundId refund) {
        return new Money(
                reversed.reversals.asked().get(refund).amount(), order.price().currency());
    }

    private boolean isNews(RefundId refund, Progress progress) throws Refused {
        if (!reversed.reversals.asked().containsKey(refund)) {
            throw TopUpRefusal.REFUND_UNKNOWN.of("%s has no refund %s", order.id, refund);
        }
        return reversed.reversals.isNews(refund, progress);
    }

    private void refuseUnlessOurs() throws Refused {
        if (order.payment == null) {
            throw TopUpRefusal.TOP_UP_NOT_PAID.of("%s is not paid", order.id);
        }
        if (order.ofStore) {
            throw TopUpRefusal.TOP_UP_OF_STORE.of(
                    "%s was bought outside as %s; give it back in the console of the store or provider that took the"
                            + " money, and what it tells of that takes the pack back here",
                    order.id, order.payment);
        }
    }

    private void follow(Instant at) {
        new Following(order, reversed, facts).follow(at);
    }
}
