package dev.earshot.command.topup;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.earshot.api.id.RefundId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Pack;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.topup.Dues;
import dev.earshot.api.topup.RefundFailure;
import dev.earshot.api.topup.RefundReason;
import dev.earshot.api.topup.Reversal;
import dev.earshot.api.topup.TopUpCommand.ConfirmRefund;
import dev.earshot.api.topup.TopUpCommand.FailRefund;
import dev.earshot.api.topup.TopUpCommand.LoseDispute;
import dev.earshot.api.topup.TopUpCommand.OpenDispute;
import dev.earshot.api.topup.TopUpCommand.RecordRefund;
import dev.earshot.api.topup.TopUpCommand.RecordReturnedRefund;
import dev.earshot.api.topup.TopUpCommand.RequestRefund;
import dev.earshot.api.topup.TopUpCommand.RequestRefundOfRest;
import dev.earshot.api.topup.TopUpCommand.WinDispute;
import dev.earshot.api.topup.TopUpEvent;
import dev.earshot.api.topup.TopUpEvent.DisputeLost;
import dev.earshot.api.topup.TopUpEvent.DisputeOpened;
import dev.earshot.api.topup.TopUpEvent.DisputeWon;
import dev.earshot.api.topup.TopUpEvent.DuesPaid;
import dev.earshot.api.topup.TopUpEvent.DuesReckoned;
import dev.earshot.api.topup.TopUpEvent.DuesRequested;
import dev.earshot.api.topup.TopUpEvent.DuesReversed;
import dev.earshot.api.topup.TopUpEvent.PackPaid;
import dev.earshot.api.topup.TopUpEvent.PackRequested;
import dev.earshot.api.topup.TopUpEvent.PackReversed;
import dev.earshot.api.topup.TopUpEvent.RefundConfirmed;
import dev.earshot.api.topup.TopUpEvent.RefundFailed;
import dev.earshot.api.topup.TopUpEvent.RefundRecorded;
import dev.earshot.api.topup.TopUpEvent.RefundRequested;
import dev.earshot.api.topup.TopUpEvent.RefundReturned;
import dev.earshot.api.topup.TopUpEvent.TopUpPaid;
import dev.earshot.api.topup.TopUpEvent.TopUpRequested;
import dev.earshot.api.topup.TopUpEvent.TopUpReversed;
import dev.earshot.api.topup.TopUpRefusal;
import dev.earshot.command.reversal.Reversals;
import dev.earshot.command.reversal.Reversals.Progress;
import dev.earshot.command.reversal.Reversals.Verdict;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;

/**
 * What goes back of a top-up. Money leaves the member when a refund is asked for and when a dispute opens; it returns when
 * the refund fails and when the dispute is won.
 *
 * <p>Every piece of news is a fact first. What they come to together is told by a second fact whenever it changes, once
 * the top-up is paid; {@link Reversals} works it out.
 *
 * <p>Long because refunds and disputes, ours and others', are one account.
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class GivenBack {
    private TopUpId id;
    private WalletId walletId;
    private Money price;
    private Pack pack; // Absent from a top-up of money.
    private Dues dues; // Only of what pays a membership.
    private String payment; // Absent until it is paid.
    private boolean ofStore;
    private Reversals reversals = Reversals.none();
    private Reversal reversal;
    private long lost; // Of dues, by disputes and for good, minor units.
    private long reckoned;

    @CommandHandler
    void handle(RequestRefund command) throws Refused {
        refuseUnlessPriced(command.amount());
        ask(command.refundId(), command.amount(), command.reason(), command.at());
    }

    @CommandHandler
    void handle(RequestRefundOfRest command) throws Refused {
        ask(command.refundId(), price.minus(reversal.inAll()), command.reason(), command.at());
    }

    @CommandHandler
    void handle(ConfirmRefund command) throws Refused {
        if (isNews(command.refundId(), Progress.CONFIRMED)) {
            apply(new RefundConfirmed(
                    id, walletId, command.refundId(), amountOf(command.refundId()), command.reference(), command.at()));
            follow(command.at());
        }
    }

    @CommandHandler
    void handle(FailRefund command) throws Refused {
        if (isNews(command.refundId(), Progress.FAILED)) {
            apply(new RefundFailed(
                    id, walletId, command.refundId(), amountOf(command.refundId()), command.reason(), command.at()));
            follow(command.at());
        }
    }

    @CommandHandler
    void handle(RecordRefund command) throws Refused {
        refuseUnlessPriced(command.inAll());
        if (reversals.isNews(command.inAll().minor(), command.at())) {
            apply(new RefundRecorded(id, walletId, command.inAll(), command.at()));
            follow(command.at());
        }
    }

    @CommandHandler
    void handle(RecordReturnedRefund command) throws Refused {
        refuseUnlessPriced(command.amount());
        if (!reversals.returned().containsKey(command.refund())) {
            apply(new RefundReturned(id, walletId, command.refund(), command.amount(), command.at()));
            follow(command.at());
        }
    }

    @CommandHandler
    void handle(OpenDispute command) throws Refused {
        refuseUnlessPriced(command.amount());
        if (isNews(command.dispute(), Verdict.OPEN, command.amount())) {
            apply(new DisputeOpened(id, walletId, command.dispute(), command.amount(), command.at()));
            follow(command.at());
        }
    }

    @CommandHandler
    void handle(WinDispute command) throws Refused {
        refuseUnlessPriced(command.amount());
        if (isNews(command.dispute(), Verdict.WON, command.amount())) {
            apply(new DisputeWon(id, walletId, command.dispute(), command.amount(), command.at()));
            follow(command.at());
        }
    }

    @CommandHandler
    void handle(LoseDispute command) throws Refused {
        refuseUnlessPriced(command.amount());
        if (isNews(command.dispute(), Verdict.LOST, command.amount())) {
            apply(new DisputeLost(id, walletId, command.dispute(), command.amount(), command.at()));
            follow(command.at());
        }
    }

    /** Tells what has gone back, if that has changed and there is anything to give back at all. */
    void follow(Instant at) {
        Reversal now = reversals.of(price, reversal);
        boolean changed =
                !now.refunded().equals(reversal.refunded()) || !now.disputed().equals(reversal.disputed());
        if (payment == null) {
            return;
        }
        if (changed) {
            apply(reversed(now, at));
        }
        Money gone = reversals.lost(price);
        if (dues != null && (changed || gone.minor() != lost)) {
            apply(new DuesReckoned(id, walletId, dues, reversal, gone, reckoned + 1, at));
        }
    }

    private TopUpEvent reversed(Reversal now, Instant at) {
        if (dues != null) {
            return new DuesReversed(id, walletId, dues, now, at);
        }
        return pack == null
                ? new TopUpReversed(id, walletId, price, now, at)
                : new PackReversed(id, walletId, pack, now, at);
    }

    private void ask(RefundId refundId, Money amount, RefundReason reason, Instant at) throws Refused {
        if (reversals.asked().containsKey(refundId)) {
            return;
        }
        if (payment == null) {
            throw TopUpRefusal.TOP_UP_NOT_PAID.of("%s is not paid", id);
        }
        if (ofStore) {
            throw TopUpRefusal.TOP_UP_OF_STORE.of(
                    "%s was bought outside as %s; give it back in the console of the store or provider that took the"
                            + " money, and what it tells of that takes the pack back here",
                    id, payment);
        }
        if (reversals.hasOpenDispute()) {
            throw TopUpRefusal.TOP_UP_DISPUTED.of(
                    "the payer's bank disputes %s; what it has taken cannot go twice", id);
        }
        Money left = price.minus(reversal.inAll());
        if (!amount.isPositive() || amount.minor() > left.minor()) {
            throw TopUpRefusal.REFUND_EXCEEDS_PAYMENT.of("%s of %s can still be given back, not %s", left, id, amount);
        }
        apply(new RefundRequested(id, walletId, refundId, payment, amount, reason, at));
        follow(at);
    }

    private boolean isNews(RefundId refundId, Progress progress) throws Refused {
        if (!reversals.asked().containsKey(refundId)) {
            throw TopUpRefusal.REFUND_UNKNOWN.of("%s has no refund %s", id, refundId);
        }
        return reversals.isNews(refundId, progress);
    }

    private boolean isNews(String dispute, Verdict verdict, Money amount) {
        return reversals.isNews(dispute, verdict, amount.minor());
    }

    private Money amountOf(RefundId refundId) {
        return new Money(reversals.asked().get(refundId).amount(), price.currency());
    }

    private void refuseUnlessPriced(Money amount) throws Refused {
        if (!amount.currency().equals(price.currency()) || amount.minor() < 0) {
            throw TopUpRefusal.TOP_UP_AMOUNT_MISMATCH.of("%s cost %s; nothing of it can be %s", id, price, amount);
        }
    }

    @EventSourcingHandler
    void on(TopUpRequested event) {
        isFor(event.topUpId(), event.walletId(), event.amount());
    }

    @EventSourcingHandler
    void on(PackRequested event) {
        isFor(event.topUpId(), event.walletId(), event.pack().price());
        pack = event.pack();
    }

    @EventSourcingHandler
    void on(DuesRequested event) {
        isFor(event.topUpId(), event.walletId(), event.dues().amount());
        dues = event.dues();
    }

    @EventSourcingHandler
    void on(DuesPaid event) {
        payment = event.reference();
    }

    @EventSourcingHandler
    void on(DuesReversed event) {
        reversal = event.reversal();
    }

    @EventSourcingHandler
    void on(DuesReckoned event) {
        lost = event.lost().minor();
        reckoned = event.revision();
    }

    private void isFor(TopUpId topUp, WalletId wallet, Money asked) {
        id = topUp;
        walletId = wallet;
        price = asked;
        reversal = Reversal.none(asked);
    }

    @EventSourcingHandler
    void on(TopUpPaid event) {
        payment = event.reference();
    }

    @EventSourcingHandler
    void on(PackPaid event) {
        if (id == null) { // Bought elsewhere, and never asked for here.
            isFor(event.topUpId(), event.walletId(), event.pack().price());
            pack = event.pack();
            ofStore = true;
        }
        payment = event.reference();
    }

    @EventSourcingHandler
    void on(RefundRequested event) {
        reversals = reversals.asking(event.refundId(), event.amount().minor());
    }

    @EventSourcingHandler
    void on(RefundConfirmed event) {
        reversals = reversals.moving(event.refundId(), Progress.CONFIRMED);
    }

    @EventSourcingHandler
    void on(RefundFailed event) {
        reversals = reversals.moving(event.refundId(), Progress.FAILED);
        if (event.reason() == RefundFailure.RETURNED) {
            reversals =
                    reversals.returning(event.refundId().value(), event.amount().minor(), event.at());
        }
    }

    @EventSourcingHandler
    void on(RefundRecorded event) {
        reversals = reversals.telling(event.inAll().minor(), event.at());
    }

    @EventSourcingHandler
    void on(RefundReturned event) {
        reversals = reversals.returning(event.refund(), event.amount().minor(), event.at());
    }

    @EventSourcingHandler
    void on(DisputeOpened event) {
        reversals = reversals.disputing(
                event.dispute(), Verdict.OPEN, event.amount().minor());
    }

    @EventSourcingHandler
    void on(DisputeWon event) {
        reversals =
                reversals.disputing(event.dispute(), Verdict.WON, event.amount().minor());
    }

    @EventSourcingHandler
    void on(DisputeLost event) {
        reversals = reversals.disputing(
                event.dispute(), Verdict.LOST, event.amount().minor());
    }

    @EventSourcingHandler
    void on(TopUpReversed event) {
        reversal = event.reversal();
    }

    @EventSourcingHandler
    void on(PackReversed event) {
        reversal = event.reversal();
    }
}
