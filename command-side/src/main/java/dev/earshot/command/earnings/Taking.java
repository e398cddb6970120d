package dev.earshot.command.earnings;

import dev.earshot.api.earnings.EarningsCommand.ClawBackEarnings;
import dev.earshot.api.earnings.EarningsCommand.ImposePenalty;
import dev.earshot.api.earnings.EarningsCommand.ReturnClawback;
import dev.earshot.api.earnings.EarningsCommand.ReversePenalty;
import dev.earshot.api.earnings.EarningsCommand.TakeBackDirectly;
import dev.earshot.api.earnings.EarningsEvent;
import dev.earshot.api.earnings.EarningsEvent.ClawbackReturned;
import dev.earshot.api.earnings.EarningsEvent.EarningsClawedBack;
import dev.earshot.api.earnings.EarningsEvent.EarningsTakenBackDirectly;
import dev.earshot.api.earnings.EarningsEvent.PenaltyImposed;
import dev.earshot.api.earnings.EarningsEvent.PenaltyReversed;
import dev.earshot.api.earnings.EarningsRefusal;
import dev.earshot.api.id.PenaltyId;
import dev.earshot.api.money.Money;
import dev.earshot.api.refusal.Refused;
import java.util.function.Consumer;

/**
 * What is taken from a listener, and what of it is given back. Penalties and clawbacks take from what is available,
 * below zero if they must, so that later calls work them off. What was fetched from the listener's own account is
 * taken from what was paid out.
 */
record Taking(Income income, Consumer<EarningsEvent> facts) {
    void impose(ImposePenalty command, EarningsSettings settings) throws Refused {
        PenaltyId penaltyId = command.penaltyId();
        if (income.taken.penalty(penaltyId).isPresent() || income.taken.wasReversed(penaltyId)) {
            return;
        }
        if (!settings.allowPenalty(command.amount())) {
            throw EarningsRefusal.PENALTY_AMOUNT_OUT_OF_RANGE.of(
                    "a penalty of 1 to %d minor units is expected", settings.mostPenalty());
        }
        if (!income.purses.currencies().contains(command.amount().currency())) {
            throw EarningsRefusal.EARNINGS_CURRENCY_MISMATCH.of(
                    "nothing was ever earned in %s", command.amount().currency());
        }
        facts.accept(new PenaltyImposed(
                income.id, penaltyId, command.amount(), command.reason(), command.by(), command.at()));
    }

    void reverse(ReversePenalty command) throws Refused {
        PenaltyId penaltyId = command.penaltyId();
        if (income.taken.wasReversed(penaltyId)) {
            return;
        }
        Money amount = income.taken
                .penalty(penaltyId)
                .orElseThrow(() -> EarningsRefusal.PENALTY_UNKNOWN.of("this listener has no penalty %s", penaltyId));
        facts.accept(new PenaltyReversed(income.id, penaltyId, amount, command.by(), command.at()));
    }

    void clawBack(ClawBackEarnings command) {
        if (!command.amount().isPositive()) {
            throw new IllegalArgumentException("nothing is clawed back by " + command.amount());
        }
        if (!income.taken.knows(command.clawbackId())) {
            facts.accept(new EarningsClawedBack(
                    income.id, command.clawbackId(), command.callId(), command.amount(), command.at()));
        }
    }

    void giveBack(ReturnClawback command) {
        if (!income.taken.knows(command.clawbackId())) {
            facts.accept(new ClawbackReturned(
                    income.id, command.clawbackId(), command.callId(), command.amount(), command.at()));
        }
    }

    void fetch(TakeBackDirectly command) {
        if (!income.taken.knows(command.clawbackId())) {
            facts.accept(new EarningsTakenBackDirectly(
                    income.id, command.clawbackId(), command.callId(), command.amount(), command.at()));
        }
    }
}
