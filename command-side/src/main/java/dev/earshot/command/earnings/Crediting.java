package dev.earshot.command.earnings;

import dev.earshot.api.earnings.EarningsCommand.CreditEarnings;
import dev.earshot.api.earnings.EarningsCommand.MatureEarnings;
import dev.earshot.api.earnings.EarningsCommand.SettleByDestination;
import dev.earshot.api.earnings.EarningsEvent;
import dev.earshot.api.earnings.EarningsEvent.BonusCredited;
import dev.earshot.api.earnings.EarningsEvent.EarningsCredited;
import dev.earshot.api.earnings.EarningsEvent.EarningsMatured;
import dev.earshot.api.earnings.EarningsEvent.EarningsReleased;
import dev.earshot.api.earnings.EarningsEvent.EarningsSettledDirectly;
import dev.earshot.api.earnings.EarningsEvent.TalkCounted;
import dev.earshot.api.id.CallId;
import dev.earshot.api.money.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.function.Consumer;

/**
 * What comes in. Each call is credited once, in the currency its member paid; what its talk adds to the bonus of its
 * week is a fact of its own. What is credited stays pending for the holding period and is available then. What a
 * member's payment brought to the listener directly counts as paid out: it is taken from what is available, and as
 * much of the call's credit is available at once, whichever comes first.
 */
record Crediting(Income income, Consumer<EarningsEvent> facts) {
    void credit(CreditEarnings command, EarningsSettings settings) {
        if (command.amount().minor() < 0) {
            throw new IllegalArgumentException(command.callId() + " cannot have earned " + command.amount());
        }
        if (income.credits.include(command.callId())) {
            return;
        }
        facts.accept(new EarningsCredited(command.earningsId(), command.callId(), command.amount(), command.at()));
        count(command, settings);
        releaseSettled(command.callId(), command.at());
    }

    void settle(SettleByDestination command) {
        if (!command.amount().isPositive()) {
            throw new IllegalArgumentException("nothing is settled by " + command.amount());
        }
        if (income.credits.isSettledBy(command.payment())) {
            return;
        }
        facts.accept(new EarningsSettledDirectly(
                command.earningsId(), command.callId(), command.payment(), command.amount(), command.at()));
        releaseSettled(command.callId(), command.at());
    }

    void mature(MatureEarnings command, EarningsSettings settings) {
        Instant until = settings.ripeUntil(command.at());
        for (Currency currency : income.purses.currencies()) {
            Money ripe = income.purses.ripe(currency, until);
            if (ripe.isPositive()) {
                facts.accept(new EarningsMatured(income.id, ripe, until, command.at()));
            }
        }
    }

    /** Talk counts for the week in which it ended, and raises what was earned in it, in each currency. */
    private void count(CreditEarnings command, EarningsSettings settings) {
        Instant week = Weeks.of(command.endedAt());
        CallId callId = command.callId();
        facts.accept(new TalkCounted(income.id, callId, week, command.talkedSeconds(), command.amount(), command.at()));
        for (Currency currency : income.weeks.currencies(week)) {
            Money bonus = new Money(income.weeks.grown(week, currency, settings.tiers()), currency);
            if (bonus.isPositive()) {
                facts.accept(new BonusCredited(income.id, callId, week, bonus, command.at()));
            }
        }
    }

    private void releaseSettled(CallId callId, Instant at) {
        income.credits
                .releasable(callId)
                .filter(credit -> credit.amount().isPositive())
                .ifPresent(credit ->
                        facts.accept(new EarningsReleased(income.id, callId, credit.amount(), credit.at(), at)));
    }
}
