package dev.earshot.saga.billing;

import static dev.earshot.saga.billing.Progress.Stage.ACCEPTED;
import static dev.earshot.saga.billing.Progress.Stage.CONNECTED;
import static dev.earshot.saga.billing.Progress.Stage.REQUESTED;
import static dev.earshot.saga.billing.Progress.Stage.RINGING;

import dev.earshot.api.call.CallEvent.CallAccepted;
import dev.earshot.api.call.CallEvent.CallAdmitted;
import dev.earshot.api.call.CallEvent.CallConnected;
import dev.earshot.api.call.CallEvent.CallEnded;
import dev.earshot.api.call.CallEvent.CallExtended;
import dev.earshot.api.call.CallEvent.CallRefused;
import dev.earshot.api.call.CallEvent.CallRequested;
import dev.earshot.api.call.CallEvent.CardChosen;
import dev.earshot.api.call.Parties;
import dev.earshot.api.call.PayWith;
import dev.earshot.api.call.RefuseReason;
import dev.earshot.api.card.CardPaymentEvent;
import dev.earshot.api.card.CardPaymentEvent.AuthorizationRequested;
import dev.earshot.api.card.CardPaymentEvent.CardAuthorized;
import dev.earshot.api.card.CardPaymentEvent.CardDeclined;
import dev.earshot.api.card.CardPaymentEvent.CardExpired;
import dev.earshot.api.card.CardPaymentEvent.CardUnknown;
import dev.earshot.api.earnings.EarningsEvent.EarningsCredited;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.CardPaymentId;
import dev.earshot.api.meter.MeterEvent.GrantRunningLow;
import dev.earshot.api.money.Money;
import dev.earshot.api.presence.PresenceEvent.EngagementDeclined;
import dev.earshot.api.presence.PresenceEvent.ListenerDisengaged;
import dev.earshot.api.presence.PresenceEvent.ListenerEngaged;
import dev.earshot.api.pricing.Charge;
import dev.earshot.api.pricing.Renewal;
import dev.earshot.api.pricing.Terms;
import dev.earshot.api.wallet.WalletEvent.CardLent;
import dev.earshot.api.wallet.WalletEvent.HoldCaptured;
import dev.earshot.api.wallet.WalletEvent.HoldDeclined;
import dev.earshot.api.wallet.WalletEvent.HoldExtended;
import dev.earshot.api.wallet.WalletEvent.HoldExtensionDeclined;
import dev.earshot.api.wallet.WalletEvent.HoldPlaced;
import dev.earshot.api.wallet.WalletEvent.HoldReleased;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The billing of one call, as a pure function of the facts heard. Nobody talks without a grant, and no grant outlives its
 * call: hold and listener are asked for at once; two yeses admit the call, one no refuses it and gives the other back; when
 * the call is over the hold is captured or released, the listener is set free and paid, and then this is done.
 *
 * <p>A card that is to pay is authorized first, and what is authorized is lent to the wallet, whose hold alone knows what the
 * call costs. When the call is over each authorization is captured for what the hold took of it, or voided.
 *
 * <p>A fact only changes what is known. What must be asked for follows from what is known ({@link Wishes}), so facts may
 * come twice, late and in any order. What a fact adds to the wishes is asked at once; what stays unanswered is asked again.
 */
record CallBilling(
        CallId callId,
        Parties parties,
        Terms terms,
        Rules rules,
        Hold hold,
        Engagement engagement,
        Progress progress,
        Earned earned,
        Patience patience,
        Optional<CardFunding> card) {
    CallBilling {
        if (card == null) { // Calls that were open before cards could pay are stored without.
            card = Optional.empty();
        }
    }

    static Step requested(CallRequested fact, Rules rules, CardRules cardRules, Instant now) {
        CallBilling billing = new CallBilling(
                fact.callId(),
                fact.parties(),
                fact.terms(),
                rules,
                Hold.UNANSWERED,
                Engagement.ASKED,
                Progress.requested(fact.at()),
                new Earned(Money.zero(fact.terms().ratePerMinute().currency()), false),
                new Patience(now.plus(rules.askAgain()), 0, false),
                fact.payWith() == PayWith.CARD ? Optional.of(CardFunding.by(cardRules)) : Optional.empty());
        return billing.step(Wishes.of(billing, now));
    }

    Step on(HoldPlaced fact, Instant now) {
        return to(with(hold.granting(fact.grant().seconds())), now);
    }

    Step on(HoldDeclined fact, Instant now) {
        boolean isAnswer = hold.state() == Hold.State.ASKED;
        return to(isAnswer ? with(hold.declined()).with(progress.refusing(fact.reason(), now)) : this, now);
    }

    Step on(HoldExtended fact, Instant now) {
        return to(with(hold.granting(fact.grant().seconds())), now);
    }

    Step on(HoldExtensionDeclined fact, Instant now) {
        return to(with(hold.notExtended(fact.grantedSeconds())), now);
    }

    Step on(HoldCaptured fact, Instant now) {
        long sum = fact.charges().stream().mapToLong(Charge::earned).reduce(0, Math::addExact);
        CallBilling captured = with(hold.resolved()).with(earned.owing(new Money(sum, fact.currency())));
        return to(captured.funded(funding -> funding.charged(fact.charges())), now);
    }

    Step on(HoldReleased fact, Instant now) {
        return to(with(hold.resolved()), now);
    }

    Step on(ListenerEngaged fact, Instant now) {
        return to(with(engagement.engaged()), now);
    }

    Step on(EngagementDeclined fact, Instant now) {
        boolean isAnswer = engagement == Engagement.ASKED;
        return to(isAnswer ? with(Engagement.DECLINED).with(progress.refusing(fact.reason(), now)) : this, now);
    }

    Step on(ListenerDisengaged fact, Instant now) {
        return to(with(Engagement.FREED), now);
    }

    Step on(CallAdmitted fact, Instant now) {
        return to(with(progress.reached(RINGING, fact.at()).knowing(fact.grantedSeconds())), now);
    }

    Step on(CallAccepted fact, Instant now) {
        return to(with(progress.reached(ACCEPTED, fact.at())), now);
    }

    Step on(CallConnected fact, Instant now) {
        return to(with(progress.reached(CONNECTED, fact.at())), now);
    }

    Step on(CallExtended fact, Instant now) {
        return to(with(progress.knowing(fact.grantedSeconds())), now);
    }

    Step on(CallRefused fact, Instant now) {
        return to(with(progress.over(0, fact.at())), now);
    }

    Step on(CallEnded fact, Instant now) {
        return to(with(progress.over(fact.billableSeconds(), fact.at())), now);
    }

    /** More is asked for, unless the grant already outlasts the longest call. */
    Step on(GrantRunningLow fact, Instant now) {
        boolean mayGrow = Renewal.isUseful(fact.grantedSeconds(), rules.maximumLength());
        if (!mayGrow) {
            return to(this, now);
        }
        Hold low = hold.runningLow(fact.grantedSeconds());
        return to(
                low.lowAt() > 0 ? with(low).funded(funding -> funding.runningLow(low.lowAt(), nothing())) : this, now);
    }

    Step on(CardChosen fact, Instant now) {
        return to(funded(funding -> funding.chosen(fact.cardId(), fact.payee(), nothing())), now);
    }

    Step on(CardLent fact, Instant now) {
        return to(funded(funding -> funding.reached(fact.cardPaymentId(), CardHold.State.LENT, nothing())), now);
    }

    Step on(CardPaymentEvent fact, Instant now) {
        if (fact instanceof CardAuthorized authorized) {
            return to(funded(funding -> funding.authorized(fact.cardPaymentId(), authorized.amount())), now);
        }
        if (fact instanceof CardDeclined) {
            return to(declined(fact.cardPaymentId(), now), now);
        }
        boolean isNotTheEndOfIt = fact instanceof AuthorizationRequested
                || fact instanceof CardUnknown
                || fact instanceof CardExpired; // What was talked is owed all the same, and must be asked for.
        return to(
                isNotTheEndOfIt
                        ? this
                        : funded(funding -> funding.reached(fact.cardPaymentId(), CardHold.State.CLOSED, nothing())),
                now);
    }

    /** Without the first authorization there is no call; without a further one there is no more than is granted. */
    private CallBilling declined(CardPaymentId payment, Instant now) {
        CallBilling known = funded(funding -> funding.reached(payment, CardHold.State.DECLINED, nothing()));
        if (payment.number() == 1) {
            Hold neverAskedFor = hold.state() == Hold.State.ASKED ? hold.declined() : hold;
            return known.with(neverAskedFor).with(progress.refusing(RefuseReason.PAYMENT_DECLINED, now));
        }
        long lowAt = hold.lowAt();
        return known.card().filter(funding -> funding.isDeclinedFor(lowAt)).isPresent()
                ? known.with(hold.notExtended(lowAt))
                : known;
    }

    Step on(EarningsCredited fact, Instant now) {
        return to(with(earned.paid()), now);
    }

    /** Time has passed: a promise may be broken, and what stayed unanswered for long enough is asked again. */
    Step woken(Instant now) {
        return cardDue().filter(due -> !due.isAfter(now)).isPresent()
                ? to(with(progress.refusing(RefuseReason.PAYMENT_UNANSWERED, now)), now)
                : repeated(now);
    }

    private Step repeated(Instant now) {
        List<Object> unanswered = Wishes.of(this, now);
        Step step = to(this, now);
        if (unanswered.isEmpty()
                || patience.askAgainAt().isAfter(now)
                || !step.commands().isEmpty()) {
            return step;
        }
        return with(patience.afterRepeating(rules.askAgain(), now)).step(unanswered);
    }

    boolean isDone() {
        return progress.isOver()
                && hold.isSettled()
                && engagement.isSettled()
                && earned.isSettled()
                && card.map(CardFunding::isSettled).orElse(true);
    }

    Optional<Promise> promise() {
        return Promise.of(progress, hold, rules);
    }

    private Step to(CallBilling heard, Instant now) {
        CallBilling next = heard.with(heard.patience.overdue(heard.isOverdueAt(now)));
        List<Object> fresh = new ArrayList<>(Wishes.of(next, now));
        fresh.removeAll(Wishes.of(this, now));
        return fresh.isEmpty()
                ? next.step(fresh)
                : next.with(next.patience.afterAsking(rules.askAgain(), now)).step(fresh);
    }

    private Step step(List<Object> commands) {
        return new Step(this, commands, isDone() ? Optional.empty() : wakeAt());
    }

    private Optional<Instant> wakeAt() {
        Optional<Instant> answerDue = Wishes.of(this, patience.askAgainAt()).isEmpty()
                ? Optional.empty()
                : Optional.of(patience.askAgainAt());
        Optional<Instant> promiseDue =
                promise().filter(kept -> !patience.overdue()).map(Promise::askAt);
        return Stream.of(answerDue, promiseDue, cardDue())
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /** When a call that still waits for its card is refused. */
    private Optional<Instant> cardDue() {
        return progress.stage() == REQUESTED && hold.state() == Hold.State.ASKED
                ? card.map(funding -> progress.since().plus(funding.patience()))
                : Optional.empty();
    }

    private Money nothing() {
        return Money.zero(terms.ratePerMinute().currency());
    }

    private boolean isOverdueAt(Instant now) {
        return promise().filter(promise -> !promise.askAt().isAfter(now)).isPresent();
    }

    private CallBilling with(Hold newHold) {
        return new CallBilling(callId, parties, terms, rules, newHold, engagement, progress, earned, patience, card);
    }

    private CallBilling with(Engagement newEngagement) {
        return new CallBilling(callId, parties, terms, rules, hold, newEngagement, progress, earned, patience, card);
    }

    private CallBilling with(Progress newProgress) {
        return new CallBilling(callId, parties, terms, rules, hold, engagement, newProgress, earned, patience, card);
    }

    private CallBilling with(Earned newEarned) {
        return new CallBilling(callId, parties, terms, rules, hold, engagement, progress, newEarned, patience, card);
    }

    private CallBilling with(Patience newPatience) {
        return new CallBilling(callId, parties, terms, rules, hold, engagement, progress, earned, newPatience, card);
    }

    private CallBilling funded(UnaryOperator<CardFunding> change) {
        return new CallBilling(
                callId, parties, terms, rules, hold, engagement, progress, earned, patience, card.map(change));
    }
}
