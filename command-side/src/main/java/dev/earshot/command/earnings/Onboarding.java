package dev.earshot.command.earnings;

import dev.earshot.api.payout.PayoutCommand.FreezePayouts;
import dev.earshot.api.payout.PayoutCommand.OpenPayee;
import dev.earshot.api.payout.PayoutCommand.SuspendPayee;
import dev.earshot.api.payout.PayoutCommand.TellPayeeNeeds;
import dev.earshot.api.payout.PayoutCommand.UnfreezePayouts;
import dev.earshot.api.payout.PayoutCommand.VerifyPayee;
import dev.earshot.api.payout.PayoutEvent;
import dev.earshot.api.payout.PayoutEvent.PayeeNeedsTold;
import dev.earshot.api.payout.PayoutEvent.PayeeOpened;
import dev.earshot.api.payout.PayoutEvent.PayeeSuspended;
import dev.earshot.api.payout.PayoutEvent.PayeeVerified;
import dev.earshot.api.payout.PayoutEvent.PayoutsFrozen;
import dev.earshot.api.payout.PayoutEvent.PayoutsUnfrozen;
import java.util.function.Consumer;

/**
 * How a listener comes to be paid: they open an account, its provider vouches for it or tells what is missing, and we
 * may withhold what is paid into it. What is told of another account than the one opened last is an old story.
 */
record Onboarding(Income income, Consumer<PayoutEvent> facts) {
    void open(OpenPayee command) {
        if (!income.payee.isAt(command.account())) {
            facts.accept(new PayeeOpened(command.earningsId(), command.account(), command.method(), command.at()));
        }
    }

    void verify(VerifyPayee command) {
        if (income.payee.isAt(command.account()) && !income.payee.verified()) {
            facts.accept(new PayeeVerified(income.id, command.account(), command.at()));
        }
    }

    void suspend(SuspendPayee command) {
        if (income.payee.isAt(command.account()) && income.payee.verified()) {
            facts.accept(new PayeeSuspended(income.id, command.account(), command.at()));
        }
    }

    void tell(TellPayeeNeeds command) {
        if (income.payee.isAt(command.account()) && !income.payee.needs().equals(command.needs())) {
            facts.accept(new PayeeNeedsTold(income.id, command.account(), command.needs(), command.at()));
        }
    }

    void freeze(FreezePayouts command) {
        if (!income.payee.frozen()) {
            facts.accept(new PayoutsFrozen(income.id, command.by(), command.at()));
        }
    }

    void unfreeze(UnfreezePayouts command) {
        if (income.payee.frozen()) {
            facts.accept(new PayoutsUnfrozen(income.id, command.by(), command.at()));
        }
    }
}
