package dev.earshot.command.earnings;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.earshot.api.earnings.Coins;
import dev.earshot.api.earnings.EarningsCommand.AskRemains;
import dev.earshot.api.earnings.EarningsCommand.ClawBackEarnings;
import dev.earshot.api.earnings.EarningsCommand.CreditEarnings;
import dev.earshot.api.earnings.EarningsCommand.ImposePenalty;
import dev.earshot.api.earnings.EarningsCommand.MatureEarnings;
import dev.earshot.api.earnings.EarningsCommand.ReturnClawback;
import dev.earshot.api.earnings.EarningsCommand.ReversePenalty;
import dev.earshot.api.earnings.EarningsCommand.SettleByDestination;
import dev.earshot.api.earnings.EarningsCommand.TakeBackDirectly;
import dev.earshot.api.earnings.EarningsEvent.BonusCredited;
import dev.earshot.api.earnings.EarningsEvent.ClawbackReturned;
import dev.earshot.api.earnings.EarningsEvent.EarningsClawedBack;
import dev.earshot.api.earnings.EarningsEvent.EarningsCredited;
import dev.earshot.api.earnings.EarningsEvent.EarningsMatured;
import dev.earshot.api.earnings.EarningsEvent.EarningsReleased;
import dev.earshot.api.earnings.EarningsEvent.EarningsSettledDirectly;
import dev.earshot.api.earnings.EarningsEvent.EarningsTakenBackDirectly;
import dev.earshot.api.earnings.EarningsEvent.PenaltyImposed;
import dev.earshot.api.earnings.EarningsEvent.PenaltyReversed;
import dev.earshot.api.earnings.EarningsEvent.TalkCounted;
import dev.earshot.api.earnings.EarningsRefusal;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.ClawbackId;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.id.PayoutId;
import dev.earshot.api.id.PenaltyId;
import dev.earshot.api.money.Money;
import dev.earshot.api.payout.PayeeHeld;
import dev.earshot.api.payout.PayoutCommand.AskPayee;
import dev.earshot.api.payout.PayoutCommand.ConfirmPayout;
import dev.earshot.api.payout.PayoutCommand.FailPayout;
import dev.earshot.api.payout.PayoutCommand.FreezePayouts;
import dev.earshot.api.payout.PayoutCommand.LosePayout;
import dev.earshot.api.payout.PayoutCommand.OpenPayee;
import dev.earshot.api.payout.PayoutCommand.RequestFullPayout;
import dev.earshot.api.payout.PayoutCommand.RequestPayout;
import dev.earshot.api.payout.PayoutCommand.SuspendPayee;
import dev.earshot.api.payout.PayoutCommand.TellPayeeNeeds;
import dev.earshot.api.payout.PayoutCommand.UnfreezePayouts;
import dev.earshot.api.payout.PayoutCommand.VerifyPayee;
import dev.earshot.api.payout.PayoutEvent.PayeeNeedsTold;
import dev.earshot.api.payout.PayoutEvent.PayeeOpened;
import dev.earshot.api.payout.PayoutEvent.PayeeSuspended;
import dev.earshot.api.payout.PayoutEvent.PayeeVerified;
import dev.earshot.api.payout.PayoutEvent.PayoutFailed;
import dev.earshot.api.payout.PayoutEvent.PayoutLost;
import dev.earshot.api.payout.PayoutEvent.PayoutPaid;
import dev.earshot.api.payout.PayoutEvent.PayoutRequested;
import dev.earshot.api.payout.PayoutEvent.PayoutReturned;
import dev.earshot.api.payout.PayoutEvent.PayoutsFrozen;
import dev.earshot.api.payout.PayoutEvent.PayoutsUnfrozen;
import dev.earshot.api.payout.PayoutRefusal;
import dev.earshot.api.person.Remains;
import dev.earshot.api.refusal.Refused;
import dev.earshot.memory.Recent;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * A listener's coins, from the call that earned them to the account they are paid to. Each call is credited once, in the
 * currency its member paid; what its talk adds to the bonus of its week is a fact of its own. What is credited stays
 * pending for the holding period and is available then. Penalties and clawbacks take from what is available, below zero if
 * they must, so that later calls work them off; what was clawed back may come back. What a member's payment brought to the listener directly counts as paid
 * out: it is taken from what is available, and as much of the call's credit is available at once, whichever comes first.
 *
 * <p>One payout at a time takes from what is available and is in flight until the provider tells how it ended, however
 * long that takes; then it is with the listener or back. A provider may send back what had arrived, and says nothing
 * afterwards. Balances of different currencies stand side by side and are never added up.
 */
@Aggregate(type = "Earnings", cache = "earningsCache", snapshotTriggerDefinition = "earningsSnapshots")
@Revision("3")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class Earnings {
    private static final int REMEMBERED = 1_000;

    @AggregateIdentifier
    private EarningsId id;

    private Purses purses = new Purses();
    private Credits credits = new Credits();
    private Weeks weeks = new Weeks();
    private Map<PenaltyId, Money> penalties = new HashMap<>();
    private Recent<PenaltyId> reversed = Recent.atMost(REMEMBERED);
    private Recent<ClawbackId> clawedBack = Recent.atMost(REMEMBERED);
    private Payee payee = Payee.NONE;
    private Payouts payouts = new Payouts();

    Earnings() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CreditEarnings command, EarningsSettings settings) {
        if (command.amount().minor() < 0) {
            throw new IllegalArgumentException(command.callId() + " cannot have earned " + command.amount());
        }
        if (credits.include(command.callId())) {
            return;
        }
        Instant week = Weeks.of(command.endedAt());
        EarningsId earningsId = command.earningsId();
        apply(new EarningsCredited(earningsId, command.callId(), command.amount(), command.at()));
        apply(new TalkCounted(
                earningsId, command.callId(), week, command.talkedSeconds(), command.amount(), command.at()));
        for (Currency currency : weeks.currencies(week)) {
            Money bonus = new Money(weeks.grown(week, currency, settings.tiers()), currency);
            if (bonus.isPositive()) {
                apply(new BonusCredited(earningsId, command.callId(), week, bonus, command.at()));
            }
        }
        releaseSettled(command.callId(), command.at());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SettleByDestination command) {
        if (!command.amount().isPositive()) {
            throw new IllegalArgumentException("nothing is settled by " + command.amount());
        }
        if (credits.isSettledBy(command.payment())) {
            return;
        }
        apply(new EarningsSettledDirectly(
                command.earningsId(), command.callId(), command.payment(), command.amount(), command.at()));
        releaseSettled(command.callId(), command.at());
    }

    @CommandHandler
    void handle(MatureEarnings command, EarningsSettings settings) {
        Instant until = settings.ripeUntil(command.at());
        for (Currency currency : purses.currencies()) {
            Money ripe = purses.ripe(currency, until);
            if (ripe.isPositive()) {
                apply(new EarningsMatured(id, ripe, until, command.at()));
            }
        }
    }

    @CommandHandler
    void handle(ImposePenalty command, EarningsSettings settings) throws Refused {
        if (penalties.containsKey(command.penaltyId()) || reversed.includes(command.penaltyId())) {
            return;
        }
        if (!settings.allowPenalty(command.amount())) {
            throw EarningsRefusal.PENALTY_AMOUNT_OUT_OF_RANGE.of(
                    "a penalty of 1 to %d minor units is expected", settings.mostPenalty());
        }
        if (!purses.currencies().contains(command.amount().currency())) {
            throw EarningsRefusal.EARNINGS_CURRENCY_MISMATCH.of(
                    "nothing was ever earned in %s", command.amount().currency());
        }
        apply(new PenaltyImposed(
                id, command.penaltyId(), command.amount(), command.reason(), command.by(), command.at()));
    }

    @CommandHandler
    void handle(ReversePenalty command) throws Refused {
        if (reversed.includes(command.penaltyId())) {
            return;
        }
        Money amount = penalties.get(command.penaltyId());
        if (amount == null) {
            throw EarningsRefusal.PENALTY_UNKNOWN.of("this listener has no penalty %s", command.penaltyId());
        }
        apply(new PenaltyReversed(id, command.penaltyId(), amount, command.by(), command.at()));
    }

    @CommandHandler
    void handle(ClawBackEarnings command) {
        if (!command.amount().isPositive()) {
            throw new IllegalArgumentException("nothing is clawed back by " + command.amount());
        }
        if (!clawedBack.includes(command.clawbackId())) {
            apply(new EarningsClawedBack(id, command.clawbackId(), command.callId(), command.amount(), command.at()));
        }
    }

    @CommandHandler
    void handle(ReturnClawback command) {
        if (!clawedBack.includes(command.clawbackId())) {
            apply(new ClawbackReturned(id, command.clawbackId(), command.callId(), command.amount(), command.at()));
        }
    }

    @CommandHandler
    void handle(TakeBackDirectly command) {
        if (!clawedBack.includes(command.clawbackId())) {
            apply(new EarningsTakenBackDirectly(
                    id, command.clawbackId(), command.callId(), command.amount(), command.at()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Remains handle(AskRemains command) {
        return new Remains(false, false, payouts.isBusy(), purses.left(), false);
    }

    /** Whoever never earned has no account to be paid to. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    PayeeHeld handle(AskPayee command) {
        return payee.held();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OpenPayee command) {
        if (!payee.account().equals(command.account())) {
            apply(new PayeeOpened(command.earningsId(), command.account(), command.method(), command.at()));
        }
    }

    @CommandHandler
    void handle(VerifyPayee command) {
        if (payee.account().equals(command.account()) && !payee.verified()) {
            apply(new PayeeVerified(id, command.account(), command.at()));
        }
    }

    @CommandHandler
    void handle(SuspendPayee command) {
        if (payee.account().equals(command.account()) && payee.verified()) {
            apply(new PayeeSuspended(id, command.account(), command.at()));
        }
    }

    @CommandHandler
    void handle(TellPayeeNeeds command) {
        if (payee.account().equals(command.account()) && !payee.needs().equals(command.needs())) {
            apply(new PayeeNeedsTold(id, command.account(), command.needs(), command.at()));
        }
    }

    @CommandHandler
    void handle(FreezePayouts command) {
        if (!payee.frozen()) {
            apply(new PayoutsFrozen(id, command.by(), command.at()));
        }
    }

    @CommandHandler
    void handle(UnfreezePayouts command) {
        if (payee.frozen()) {
            apply(new PayoutsUnfrozen(id, command.by(), command.at()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RequestPayout command, PayoutSettings limits) throws Refused {
        if (payouts.knows(command.payoutId())) {
            return;
        }
        payee.refuseUnlessPayable();
        refuseUnlessFree();
        Money amount = command.amount();
        if (amount.minor() < limits.least()) {
            throw PayoutRefusal.PAYOUT_BELOW_MINIMUM.of("at least %d minor units are paid out", limits.least());
        }
        if (amount.minor() > available(amount.currency())) {
            throw PayoutRefusal.PAYOUT_ABOVE_AVAILABLE.of("less than %s is available", amount);
        }
        if (amount.minor() > payouts.leftOf(limits.mostADay(), amount.currency(), command.at())) {
            throw PayoutRefusal.PAYOUT_DAILY_LIMIT.of("at most %d minor units a day are paid out", limits.mostADay());
        }
        apply(new PayoutRequested(id, command.payoutId(), amount, payee.account(), command.at()));
    }

    @CommandHandler
    void handle(RequestFullPayout command, PayoutSettings limits) throws Refused {
        if (payouts.knows(command.payoutId())) {
            return;
        }
        payee.refuseUnlessPayable();
        refuseUnlessFree();
        Money amount = purses.currencies().stream()
                .map(currency -> payable(currency, limits, command.at()))
                .filter(most -> most.minor() >= limits.least())
                .findFirst()
                .orElseThrow(() -> PayoutRefusal.PAYOUT_BELOW_MINIMUM.of("there is too little to pay out"));
        apply(new PayoutRequested(id, command.payoutId(), amount, payee.account(), command.at()));
    }

    @CommandHandler
    void handle(LosePayout command) {
        boolean news = payouts.inFlight(command.payoutId())
                .filter(payout -> !payout.lost())
                .isPresent();
        if (news) {
            apply(new PayoutLost(id, command.payoutId(), command.at()));
        }
    }

    @CommandHandler
    void handle(ConfirmPayout command) throws Refused {
        refuseUnlessKnown(command.payoutId());
        payouts.inFlight(command.payoutId())
                .ifPresent(payout -> apply(
                        new PayoutPaid(id, payout.payoutId(), payout.amount(), command.reference(), command.at())));
    }

    @CommandHandler
    void handle(FailPayout command) throws Refused {
        refuseUnlessKnown(command.payoutId());
        Optional<Outgoing> bounced = payouts.arrived(command.payoutId());
        payouts.inFlight(command.payoutId())
                .ifPresent(payout -> apply(
                        new PayoutFailed(id, payout.payoutId(), payout.amount(), command.reason(), command.at())));
        bounced.ifPresent(payout ->
                apply(new PayoutReturned(id, payout.payoutId(), payout.amount(), command.reason(), command.at())));
    }

    @EventSourcingHandler
    void on(EarningsCredited event) {
        id = event.earningsId();
        purses.change(event.amount(), Coins::credit);
        purses.hold(event.amount(), event.at());
        credits.credit(event.callId(), event.amount(), event.at());
    }

    @EventSourcingHandler
    void on(TalkCounted event) {
        weeks.count(event.week(), event.seconds(), event.earned());
    }

    @EventSourcingHandler
    void on(BonusCredited event) {
        purses.change(event.amount(), Coins::reward);
        purses.hold(event.amount(), event.at());
        weeks.reward(event.week(), event.amount());
    }

    @EventSourcingHandler
    void on(EarningsMatured event) {
        purses.change(event.amount(), Coins::mature);
        purses.release(event.amount().currency(), event.creditedUntil());
        credits.ripen(event.amount().currency(), event.creditedUntil());
    }

    @EventSourcingHandler
    void on(EarningsSettledDirectly event) {
        id = event.earningsId();
        purses.change(event.amount(), Coins::settle);
        credits.settle(event.callId(), event.payment(), event.amount());
    }

    @EventSourcingHandler
    void on(EarningsReleased event) {
        purses.change(event.amount(), Coins::mature);
        purses.release(event.amount(), event.creditedAt());
        credits.release(event.callId(), event.amount());
    }

    @EventSourcingHandler
    void on(PenaltyImposed event) {
        purses.change(event.amount(), Coins::penalise);
        penalties.put(event.penaltyId(), event.amount());
    }

    @EventSourcingHandler
    void on(PenaltyReversed event) {
        purses.change(event.amount(), Coins::pardon);
        penalties.remove(event.penaltyId());
        reversed.remember(event.penaltyId());
    }

    @EventSourcingHandler
    void on(EarningsClawedBack event) {
        purses.change(event.amount(), Coins::clawBack);
        clawedBack.remember(event.clawbackId());
    }

    @EventSourcingHandler
    void on(ClawbackReturned event) {
        purses.change(event.amount(), Coins::restore);
        clawedBack.remember(event.clawbackId());
    }

    @EventSourcingHandler
    void on(EarningsTakenBackDirectly event) {
        purses.change(event.amount(), Coins::fetch);
        clawedBack.remember(event.clawbackId());
    }

    @EventSourcingHandler
    void on(PayeeOpened event) {
        id = event.earningsId();
        payee = payee.opened(event.account(), event.method());
    }

    @EventSourcingHandler
    void on(PayeeVerified event) {
        payee = payee.verified(true);
    }

    @EventSourcingHandler
    void on(PayeeSuspended event) {
        payee = payee.verified(false);
    }

    @EventSourcingHandler
    void on(PayeeNeedsTold event) {
        payee = payee.needing(event.needs());
    }

    @EventSourcingHandler
    void on(PayoutsFrozen event) {
        payee = payee.frozen(true);
    }

    @EventSourcingHandler
    void on(PayoutsUnfrozen event) {
        payee = payee.frozen(false);
    }

    @EventSourcingHandler
    void on(PayoutRequested event) {
        purses.change(event.amount(), Coins::send);
        payouts.leave(event.payoutId(), event.amount(), event.at());
    }

    @EventSourcingHandler
    void on(PayoutLost event) {
        payouts.lose();
    }

    @EventSourcingHandler
    void on(PayoutPaid event) {
        purses.change(event.amount(), Coins::arrive);
        payouts.arrive();
    }

    @EventSourcingHandler
    void on(PayoutFailed event) {
        purses.change(event.amount(), Coins::takeBack);
        payouts.fail();
    }

    @EventSourcingHandler
    void on(PayoutReturned event) {
        purses.change(event.amount(), Coins::bounce);
        payouts.bounce(event.payoutId());
    }

    /** For the laws: the coins of this currency. */
    Coins coins(Currency currency) {
        return purses.of(currency);
    }

    private void releaseSettled(CallId callId, Instant at) {
        credits.releasable(callId)
                .filter(credit -> credit.amount().isPositive())
                .ifPresent(credit -> apply(new EarningsReleased(id, callId, credit.amount(), credit.at(), at)));
    }

    private long available(Currency currency) {
        return coins(currency).available();
    }

    private Money payable(Currency currency, PayoutSettings limits, Instant at) {
        return new Money(Math.min(available(currency), payouts.leftOf(limits.mostADay(), currency, at)), currency);
    }

    private void refuseUnlessFree() throws Refused {
        if (payouts.isBusy()) {
            throw PayoutRefusal.PAYOUT_IN_FLIGHT.of("a payout is on its way; wait until it has arrived");
        }
    }

    private void refuseUnlessKnown(PayoutId payoutId) throws Refused {
        if (!payouts.knows(payoutId)) {
            throw PayoutRefusal.PAYOUT_UNKNOWN.of("there is no payout %s", payoutId);
        }
    }
}
