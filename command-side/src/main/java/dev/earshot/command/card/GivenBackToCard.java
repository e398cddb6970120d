package dev.earshot.command.card;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.earshot.api.call.Parties;
import dev.earshot.api.card.CardPaymentEvent.AuthorizationRequested;
import dev.earshot.api.card.CardPaymentEvent.CardAbandoned;
import dev.earshot.api.card.CardPaymentEvent.CardAuthorized;
import dev.earshot.api.card.CardPaymentEvent.CardCaptured;
import dev.earshot.api.card.CardRefusal;
import dev.earshot.api.card.CardReversalCommand.ConfirmCardRefund;
import dev.earshot.api.card.CardReversalCommand.FailCardRefund;
import dev.earshot.api.card.CardReversalCommand.LoseCardDispute;
import dev.earshot.api.card.CardReversalCommand.OpenCardDispute;
import dev.earshot.api.card.CardReversalCommand.RecordCardRefund;
import dev.earshot.api.card.CardReversalCommand.RecordReturnedCardRefund;
import dev.earshot.api.card.CardReversalCommand.RequestCardRefund;
import dev.earshot.api.card.CardReversalCommand.RequestCardRefundOfRest;
import dev.earshot.api.card.CardReversalCommand.WinCardDispute;
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
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.CardPaymentId;
import dev.earshot.api.id.ClawbackId;
import dev.earshot.api.id.RefundId;
import dev.earshot.api.money.Money;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.topup.RefundFailure;
import dev.earshot.api.topup.RefundReason;
import dev.earshot.api.topup.Reversal;
import dev.earshot.command.reversal.Reversals;
import dev.earshot.command.reversal.Reversals.Progress;
import dev.earshot.command.reversal.Reversals.Verdict;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;

/**
 * What goes back of a captured payment, and at whose cost. Every piece of news is a fact first. What they come to together
 * is told by further facts whenever it changes, once the payment is captured: what has gone back and what of it the member
 * owes, and what the listener loses of their share. {@link Reversals} and {@link Share} work it out.
 *
 * <p>Long because refunds and disputes, ours and others', are one account.
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class GivenBackToCard {
    private CardPaymentId id;
    private CallId callId;
    private Parties parties;
    private String payment = ""; // Empty until it is authorized.
    private Currency currency; // Absent of what was abandoned before it was asked for.
    private Money captured; // Absent until it is.
    private Share share;
    private Reversals reversals = Reversals.none();
    private Map<RefundId, RefundBearer> bearers = new HashMap<>();
    private long everFetched;
    private Reversal reversal;

    @CommandHandler
    void handle(RequestCardRefund command) throws Refused {
        refuseUnlessIn(command.amount());
        ask(command.refundId(), command.amount(), command.reason(), command.from(), command.at());
    }

    @CommandHandler
    void handle(RequestCardRefundOfRest command) throws Refused {
        refuseUnlessCaptured();
        ask(command.refundId(), left(), command.reason(), command.from(), command.at());
    }

    @CommandHandler
    void handle(ConfirmCardRefund command) throws Refused {
        RefundId refund = command.refundId();
        if (isNews(refund, Progress.CONFIRMED)) {
            apply(new CardRefundConfirmed(
                    id, callId, parties, refund, amountOf(refund), command.reference(), command.at()));
            follow(command.at());
        }
    }

    @CommandHandler
    void handle(FailCardRefund command) throws Refused {
        RefundId refund = command.refundId();
        if (isNews(refund, Progress.FAILED)) {
            apply(new CardRefundFailed(id, callId, parties, refund, amountOf(refund), command.reason(), command.at()));
            follow(command.at());
        }
    }

    @CommandHandler
    void handle(RecordCardRefund command) throws Refused {
        refuseUnlessIn(command.inAll());
        if (reversals.isNews(command.inAll().minor(), command.at())) {
            apply(new CardRefundRecorded(id, callId, parties, command.inAll(), command.at()));
            follow(command.at());
        }
    }

    @CommandHandler
    void handle(RecordReturnedCardRefund command) throws Refused {
        refuseUnlessIn(command.amount());
        if (!reversals.returned().containsKey(command.refund())) {
            apply(new CardRefundReturned(id, callId, parties, command.refund(), command.amount(), command.at()));
            follow(command.at());
        }
    }

    @CommandHandler
    void handle(OpenCardDispute command) throws Refused {
        if (isNews(command.dispute(), Verdict.OPEN, command.amount())) {
            apply(new CardDisputeOpened(id, callId, parties, command.dispute(), command.amount(), command.at()));
            follow(command.at());
        }
    }

    @CommandHandler
    void handle(WinCardDispute command) throws Refused {
        if (isNews(command.dispute(), Verdict.WON, command.amount())) {
            apply(new CardDisputeWon(id, callId, parties, command.dispute(), command.amount(), command.at()));
            follow(command.at());
        }
    }

    @CommandHandler
    void handle(LoseCardDispute command) throws Refused {
        if (isNews(command.dispute(), Verdict.LOST, command.amount())) {
            apply(new CardDisputeLost(id, callId, parties, command.dispute(), command.amount(), command.at()));
            follow(command.at());
        }
    }

    /** Tells what has gone back and what the listener loses, as far as that has changed since it was told last. */
    void follow(Instant at) {
        if (captured == null) {
            return;
        }
        Reversal now = reversals.of(captured, reversal);
        if (!now.refunded().equals(reversal.refunded()) || !now.disputed().equals(reversal.disputed())) {
            Money owed = money(unrefunded(now.disputed().minor(), now));
            apply(new CardPaymentReversed(id, callId, parties, captured, now, owed, at));
        }
        followShare(now, at);
    }

    /** A refund that the listener bears is fetched as it is made; all else they lose or get back is settled with them here. */
    private void followShare(Reversal now, Instant at) {
        long fetched = share.of(everFetched, captured.minor()) - share.fetched();
        if (fetched > 0) {
            apply(new ListenerShareFetched(id, callId, parties, next(), money(fetched), at));
        }
        long lost = unrefunded(reversals.lost(captured).minor(), now);
        long more = share.of(borneByListener() + lost, captured.minor()) - share.taken();
        if (more > 0) {
            apply(new ListenerShareLost(id, callId, parties, next(), money(more), at));
        } else if (more < 0) {
            apply(new ListenerShareRestored(id, callId, parties, next(), money(-more), at));
        }
    }

    private void ask(RefundId refundId, Money amount, RefundReason reason, RefundBearer from, Instant at)
            throws Refused {
        if (bearers.containsKey(refundId)) {
            return;
        }
        refuseUnlessCaptured();
        if (reversals.hasOpenDispute()) {
            throw CardRefusal.CARD_PAYMENT_DISPUTED.of(
                    "the cardholder's bank disputes %s; what it has taken cannot go twice", id);
        }
        if (!amount.isPositive() || amount.minor() > left().minor()) {
            throw CardRefusal.CARD_REFUND_EXCEEDS_PAYMENT.of(
                    "%s of %s can still be given back, not %s", left(), id, amount);
        }
        apply(new CardRefundRequested(id, callId, parties, refundId, payment, amount, reason, from, at));
        follow(at);
    }

    private Money left() {
        return captured.minus(reversal.inAll());
    }

    /** What of this no refund had given back already: a goodwill is never asked back. */
    private long unrefunded(long minor, Reversal now) {
        return Math.max(0, Math.min(minor, captured.minor() - now.refunded().minor()));
    }

    /** What of refunds that were made and have not come back the listener bears their share of. */
    private long borneByListener() {
        return bearers.entrySet().stream()
                .filter(refund -> refund.getValue() == RefundBearer.LISTENER)
                .map(refund -> reversals.asked().get(refund.getKey()))
                .filter(refund -> refund.progress() == Progress.CONFIRMED)
                .mapToLong(Reversals.Refund::amount)
                .sum();
    }

    private ClawbackId next() {
        return ClawbackId.of(id, share.changes() + 1);
    }

    private boolean isNews(RefundId refundId, Progress progress) throws Refused {
        if (!bearers.containsKey(refundId)) {
            throw CardRefusal.CARD_REFUND_UNKNOWN.of("%s has no refund %s", id, refundId);
        }
        return reversals.isNews(refundId, progress);
    }

    private boolean isNews(String dispute, Verdict verdict, Money amount) throws Refused {
        refuseUnlessIn(amount);
        return reversals.isNews(dispute, verdict, amount.minor());
    }

    private Money amountOf(RefundId refundId) {
        return money(reversals.asked().get(refundId).amount());
    }

    private Money money(long minor) {
        return new Money(minor, currency);
    }

    private void refuseUnlessCaptured() throws Refused {
        if (captured == null) {
            throw CardRefusal.CARD_PAYMENT_NOT_CAPTURED.of("nothing was captured of %s", id);
        }
    }

    /** It may be told before we know that it was captured, but not before it was asked for. */
    private void refuseUnlessIn(Money amount) throws Refused {
        if (currency == null) {
            refuseUnlessCaptured();
        }
        if (!amount.currency().equals(currency) || amount.minor() < 0) {
            throw CardRefusal.CARD_PAYMENT_CURRENCY_MISMATCH.of("%s is in %s; not %s", id, currency, amount);
        }
    }

    @EventSourcingHandler
    void on(AuthorizationRequested event) {
        id = event.cardPaymentId();
        callId = event.callId();
        parties = event.parties();
        currency = event.amount().currency();
    }

    @EventSourcingHandler
    void on(CardAbandoned event) {
        id = event.cardPaymentId();
    }

    @EventSourcingHandler
    void on(CardAuthorized event) {
        payment = event.reference();
    }

    @EventSourcingHandler
    void on(CardCaptured event) {
        captured = event.amount();
        share = Share.of(event.amount().minor() - event.fee().minor());
        reversal = Reversal.none(event.amount());
    }

    @EventSourcingHandler
    void on(CardRefundRequested event) {
        reversals = reversals.asking(event.refundId(), event.amount().minor());
        bearers.put(event.refundId(), event.from());
    }

    @EventSourcingHandler
    void on(CardRefundConfirmed event) {
        reversals = reversals.moving(event.refundId(), Progress.CONFIRMED);
        made(event.refundId());
    }

    @EventSourcingHandler
    void on(CardRefundFailed event) {
        boolean wasMade = reversals.asked().get(event.refundId()).progress() == Progress.CONFIRMED;
        reversals = reversals.moving(event.refundId(), Progress.FAILED);
        if (event.reason() == RefundFailure.RETURNED) {
            reversals =
                    reversals.returning(event.refundId().value(), event.amount().minor(), event.at());
            if (!wasMade) {
                made(event.refundId()); // It went out, or it could not have come back.
            }
        }
    }

    private void made(RefundId refund) {
        if (bearers.get(refund) == RefundBearer.LISTENER) {
            everFetched += reversals.asked().get(refund).amount();
        }
    }

    @EventSourcingHandler
    void on(CardRefundRecorded event) {
        reversals = reversals.telling(event.inAll().minor(), event.at());
    }

    @EventSourcingHandler
    void on(CardRefundReturned event) {
        reversals = reversals.returning(event.refund(), event.amount().minor(), event.at());
    }

    @EventSourcingHandler
    void on(CardDisputeOpened event) {
        reversals = reversals.disputing(
                event.dispute(), Verdict.OPEN, event.amount().minor());
    }

    @EventSourcingHandler
    void on(CardDisputeWon event) {
        reversals =
                reversals.disputing(event.dispute(), Verdict.WON, event.amount().minor());
    }

    @EventSourcingHandler
    void on(CardDisputeLost event) {
        reversals = reversals.disputing(
                event.dispute(), Verdict.LOST, event.amount().minor());
    }

    @EventSourcingHandler
    void on(CardPaymentReversed event) {
        reversal = event.reversal();
    }

    @EventSourcingHandler
    void on(ListenerShareFetched event) {
        share = share.fetching(event.amount().minor());
    }

    @EventSourcingHandler
    void on(ListenerShareLost event) {
        share = share.losing(event.amount().minor());
    }

    @EventSourcingHandler
    void on(ListenerShareRestored event) {
        share = share.restoring(event.amount().minor());
    }
}
