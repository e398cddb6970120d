package dev.earshot.saga.billing;

import static dev.earshot.saga.billing.Progress.Stage.ACCEPTED;
import static dev.earshot.saga.billing.Progress.Stage.CONNECTED;
import static dev.earshot.saga.billing.Progress.Stage.RINGING;

import dev.earshot.api.call.CallEvent.CallAccepted;
import dev.earshot.api.call.CallEvent.CallAdmitted;
import dev.earshot.api.call.CallEvent.CallConnected;
import dev.earshot.api.call.CallEvent.CallEnded;
import dev.earshot.api.call.CallEvent.CallExtended;
import dev.earshot.api.call.CallEvent.CallRefused;
import dev.earshot.api.call.CallEvent.CallRequested;
import dev.earshot.api.call.Parties;
import dev.earshot.api.earnings.EarningsEvent.EarningsCredited;
import dev.earshot.api.id.CallId;
import dev.earshot.api.meter.MeterEvent.GrantRunningLow;
import dev.earshot.api.money.Money;
import dev.earshot.api.presence.PresenceEvent.EngagementDeclined;
import dev.earshot.api.presence.PresenceEvent.ListenerDisengaged;
import dev.earshot.api.presence.PresenceEvent.ListenerEngaged;
import dev.earshot.api.pricing.Charge;
import dev.earshot.api.pricing.Terms;
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
import java.util.stream.Stream;

/**
 * The billing of one call, as a pure function of the facts heard. Nobody talks without a grant, and no grant outlives its
 * call: hold and listener are asked for at once; two yeses admit the call, one no refuses it and gives the other back; when
 * the call is over the hold is captured or released, the listener is set free and paid, and then this is done.
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
        Patience patience) {

    static Step requested(CallRequested fact, Rules rules, Instant now) {
        CallBilling billing = new CallBilling(
                fact.callId(),
                fact.parties(),
                fact.terms(),
                rules,
                Hold.UNANSWERED,
                Engagement.ASKED,
                Progress.requested(fact.at()),
                new Earned(Money.zero(fact.terms().ratePerMinute().currency()), false),
                new Patience(now.plus(rules.askAgain()), 0, false));
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
        return to(with(hold.resolved()).with(earned.owing(new Money(sum, fact.currency()))), now);
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
        boolean mayGrow = fact.grantedSeconds() < rules.maximumLength().toSeconds();
        return to(mayGrow ? with(hold.runningLow(fact.grantedSeconds())) : this, now);
    }

    Step on(EarningsCredited fact, Instant now) {
        return to(with(earned.paid()), now);
    }

    /** Time has passed: a promise may be broken, and what stayed unanswered for long enough is asked again. */
    Step woken(Instant now) {
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
        return progress.isOver() && hold.isSettled() && engagement.isSettled() && earned.isSettled();
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
        return Stream.of(answerDue, promiseDue).flatMap(Optional::stream).min(Instant::compareTo);
    }

    private boolean isOverdueAt(Instant now) {
        return promise().filter(promise -> !promise.askAt().isAfter(now)).isPresent();
    }

    private CallBilling with(Hold newHold) {
        return new CallBilling(callId, parties, terms, rules, newHold, engagement, progress, earned, patience);
    }

    private CallBilling with(Engagement newEngagement) {
        return new CallBilling(callId, parties, terms, rules, hold, newEngagement, progress, earned, patience);
    }

    private CallBilling with(Progress newProgress) {
        return new CallBilling(callId, parties, terms, rules, hold, engagement, newProgress, earned, patience);
    }

    private CallBilling with(Earned newEarned) {
        return new CallBilling(callId, parties, terms, rules, hold, engagement, progress, newEarned, patience);
    }

    private CallBilling with(Patience newPatience) {
        return new CallBilling(callId, parties, terms, rules, hold, engagement, progress, earned, newPatience);
    }
}
