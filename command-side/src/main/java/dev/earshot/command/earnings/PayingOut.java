package dev.earshot.command.earnings;

import dev.earshot.api.id.PayoutId;
import dev.earshot.api.money.Money;
import dev.earshot.api.payout.PayoutCommand.ConfirmPayout;
import dev.earshot.api.payout.PayoutCommand.FailPayout;
import dev.earshot.api.payout.PayoutCommand.LosePayout;
import dev.earshot.api.payout.PayoutCommand.RequestFullPayout;
import dev.earshot.api.payout.PayoutCommand.RequestPayout;
import dev.earshot.api.payout.PayoutEvent;
import dev.earshot.api.payout.PayoutEvent.PayoutFailed;
import dev.earshot.api.payout.PayoutEvent.PayoutLost;
import dev.earshot.api.payout.PayoutEvent.PayoutPaid;
import dev.earshot.api.payout.PayoutEvent.PayoutRequested;
import dev.earshot.api.payout.PayoutEvent.PayoutReturned;
import dev.earshot.api.payout.PayoutRefusal;
import dev.earshot.api.refusal.Refused;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How coins leave. One payout at a time takes from what is available and is in flight until the provider tells how it
 * ended, however long that takes; then it is with the listener or back. A provider may send back what had arrived, and
 * says nothing afterwards.
 */
record PayingOut(Income income, Consumer<PayoutEvent> facts) {
    void request(RequestPayout command, PayoutSettings limits) throws Refused {
        if (income.payouts.knows(command.payoutId())) {
            return;
        }
        refuseUnlessPayable();
        Money amount = command.amount();
        if (amount.minor() < limits.least()) {
            throw PayoutRefusal.PAYOUT_BELOW_MINIMUM.of("at least %d minor units are paid out", limits.least());
        }
        if (amount.minor() > available(amount.currency())) {
            throw PayoutRefusal.PAYOUT_ABOVE_AVAILABLE.of("less than %s is available", amount);
        }
        if (amount.minor() > income.payouts.leftOf(limits.mostADay(), amount.currency(), command.at())) {
            throw PayoutRefusal.PAYOUT_DAILY_LIMIT.of("at most %d minor units a day are paid out", limits.mostADay());
        }
        send(command.payoutId(), amount, command.at());
    }

    void request(RequestFullPayout command, PayoutSettings limits) throws Refused {
        if (income.payouts.knows(command.payoutId())) {
            return;
        }
        refuseUnlessPayable();
        Money amount = income.purses.currencies().stream()
                .map(currency -> payable(currency, limits, command.at()))
                .filter(most -> most.minor() >= limits.least())
                .findFirst()
                .orElseThrow(() -> PayoutRefusal.PAYOUT_BELOW_MINIMUM.of("there is too little to pay out"));
        send(command.payoutId(), amount, command.at());
    }

    void lose(LosePayout command) {
        income.payouts
                .inFlight(command.payoutId())
                .filter(payout -> !payout.lost())
                .ifPresent(payout -> facts.accept(new PayoutLost(income.id, payout.payoutId(), command.at())));
    }

    void confirm(ConfirmPayout command) throws Refused {
        refuseUnlessKnown(command.payoutId());
        income.payouts
                .inFlight(command.payoutId())
                .ifPresent(payout -> facts.accept(new PayoutPaid(
                        income.id, payout.payoutId(), payout.amount(), command.reference(), command.at())));
    }

    void fail(FailPayout command) throws Refused {
        refuseUnlessKnown(command.payoutId());
        Optional<Outgoing> bounced = income.payouts.arrived(command.payoutId());
        income.payouts
                .inFlight(command.payoutId())
                .ifPresent(payout -> facts.accept(new PayoutFailed(
                        income.id, payout.payoutId(), payout.amount(), command.reason(), command.at())));
        bounced.ifPresent(payout -> facts.accept(
                new PayoutReturned(income.id, payout.payoutId(), payout.amount(), command.reason(), command.at())));
    }

    private void send(PayoutId payoutId, Money amount, Instant at) {
        facts.accept(new PayoutRequested(income.id, payoutId, amount, income.payee.account(), at));
    }

    private Money payable(Currency currency, PayoutSettings limits, Instant at) {
        long leftOfDay = income.payouts.leftOf(limits.mostADay(), currency, at);
        return new Money(Math.min(available(currency), leftOfDay), currency);
    }

    private long available(Currency currency) {
        return income.purses.of(currency).available();
    }

    private void refuseUnlessPayable() throws Refused {
        income.payee.refuseUnlessPayable();
        if (income.payouts.isBusy()) {
            throw PayoutRefusal.PAYOUT_IN_FLIGHT.of("a payout is on its way; wait until it has arrived");
        }
    }

    private void refuseUnlessKnown(PayoutId payoutId) throws Refused {
        if (!income.payouts.knows(payoutId)) {
            throw PayoutRefusal.PAYOUT_UNKNOWN.of("there is no payout %s", payoutId);
        }
    }
}
