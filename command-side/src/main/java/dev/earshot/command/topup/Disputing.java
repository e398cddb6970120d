package dev.earshot.command.topup;

import dev.earshot.api.money.Money;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.topup.TopUpCommand.LoseDispute;
import dev.earshot.api.topup.TopUpCommand.OpenDispute;
import dev.earshot.api.topup.TopUpCommand.WinDispute;
import dev.earshot.api.topup.TopUpEvent;
import dev.earshot.api.topup.TopUpEvent.DisputeLost;
import dev.earshot.api.topup.TopUpEvent.DisputeOpened;
import dev.earshot.api.topup.TopUpEvent.DisputeWon;
import dev.earshot.command.reversal.Reversals.Verdict;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * What a payer's bank takes of a top-up. Money leaves the member when a dispute opens, and returns when it is won.
 * What follows from either is {@link Following}.
 */
record Disputing(Order order, Reversed reversed, Consumer<TopUpEvent> facts) {
    void open(OpenDispute command) throws Refused {
        String dispute = command.dispute();
        if (isNews(dispute, Verdict.OPEN, command.amount())) {
            facts.accept(new DisputeOpened(order.id, order.walletId, dispute, command.amount(), command.at()));
            follow(command.at());
        }
    }

    void win(WinDispute command) throws Refused {
        String dispute = command.dispute();
        if (isNews(dispute, Verdict.WON, command.amount())) {
            facts.accept(new DisputeWon(order.id, order.walletId, dispute, command.amount(), command.at()));
            follow(command.at());
        }
    }

    void lose(LoseDispute command) throws Refused {
        String dispute = command.dispute();
        if (isNews(dispute, Verdict.LOST, command.amount())) {
            facts.accept(new DisputeLost(order.id, order.walletId, dispute, command.amount(), command.at()));
            follow(command.at());
        }
    }

    private boolean isNews(String dispute, Verdict verdict, Money amount) throws Refused {
        order.refuseUnlessPricedIn(amount);
        return reversed.reversals.isNews(dispute, verdict, amount.minor());
    }

    private void follow(Instant at) {
        new Following(order, reversed, facts).follow(at);
    }
}
