package dev.earshot.command.earnings;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
import dev.earshot.api.earnings.EarningsEvent;
import dev.earshot.api.id.EarningsId;
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
import dev.earshot.api.payout.PayoutEvent;
import dev.earshot.api.person.Remains;
import dev.earshot.api.refusal.Refused;
import java.util.Currency;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * A listener's coins, from the call that earned them to the account they are paid to. {@link Crediting} decides what
 * comes in and when it is available, {@link Taking} what penalties and clawbacks take, {@link Onboarding} to whom we
 * may pay, and {@link PayingOut} what leaves. They all read the same {@link Income}, which the facts change. Balances
 * of different currencies stand side by side and are never added up.
 */
@Aggregate(type = "Earnings", cache = "earningsCache", snapshotTriggerDefinition = "earningsSnapshots")
@Revision("3")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class Earnings {
    @JsonUnwrapped // A snapshot shows no rooms.
    private Income income = new Income();

    Earnings() {}

    @AggregateIdentifier
    EarningsId id() {
        return income.id;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CreditEarnings command, EarningsSettings settings) {
        crediting().credit(command, settings);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SettleByDestination command) {
        crediting().settle(command);
    }

    @CommandHandler
    void handle(MatureEarnings command, EarningsSettings settings) {
        crediting().mature(command, settings);
    }

    @CommandHandler
    void handle(ImposePenalty command, EarningsSettings settings) throws Refused {
        taking().impose(command, settings);
    }

    @CommandHandler
    void handle(ReversePenalty command) throws Refused {
        taking().reverse(command);
    }

    @CommandHandler
    void handle(ClawBackEarnings command) {
        taking().clawBack(command);
    }

    @CommandHandler
    void handle(ReturnClawback command) {
        taking().giveBack(command);
    }

    @CommandHandler
    void handle(TakeBackDirectly command) {
        taking().fetch(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Remains handle(AskRemains command) {
        return income.remains();
    }

    /** Whoever never earned has no account to be paid to. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    PayeeHeld handle(AskPayee command) {
        return income.payee.held();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OpenPayee command) {
        onboarding().open(command);
    }

    @CommandHandler
    void handle(VerifyPayee command) {
        onboarding().verify(command);
    }

    @CommandHandler
    void handle(SuspendPayee command) {
        onboarding().suspend(command);
    }

    @CommandHandler
    void handle(TellPayeeNeeds command) {
        onboarding().tell(command);
    }

    @CommandHandler
    void handle(FreezePayouts command) {
        onboarding().freeze(command);
    }

    @CommandHandler
    void handle(UnfreezePayouts command) {
        onboarding().unfreeze(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RequestPayout command, PayoutSettings limits) throws Refused {
        payingOut().request(command, limits);
    }

    @CommandHandler
    void handle(RequestFullPayout command, PayoutSettings limits) throws Refused {
        payingOut().request(command, limits);
    }

    @CommandHandler
    void handle(LosePayout command) {
        payingOut().lose(command);
    }

    @CommandHandler
    void handle(ConfirmPayout command) throws Refused {
        payingOut().confirm(command);
    }

    @CommandHandler
    void handle(FailPayout command) throws Refused {
        payingOut().fail(command);
    }

    @EventSourcingHandler
    void on(EarningsEvent event) {
        income.on(event);
    }

    @EventSourcingHandler
    void on(PayoutEvent event) {
        income.on(event);
    }

    /** For the laws: the coins of this currency. */
    Coins coins(Currency currency) {
        return income.purses.of(currency);
    }

    private Crediting crediting() {
        return new Crediting(income, AggregateLifecycle::apply);
    }

    private Taking taking() {
        return new Taking(income, AggregateLifecycle::apply);
    }

    private Onboarding onboarding() {
        return new Onboarding(income, AggregateLifecycle::apply);
    }

    private PayingOut payingOut() {
        return new PayingOut(income, AggregateLifecycle::apply);
    }
}
