package dev.earshot.command.card;

import dev.earshot.api.card.CardReversalCommand.LoseCardDispute;
import dev.earshot.api.card.CardReversalCommand.OpenCardDispute;
import dev.earshot.api.card.CardReversalCommand.WinCardDispute;
import dev.earshot.api.card.CardReversalEvent;
import dev.earshot.api.card.CardReversalEvent.CardDisputeLost;
import dev.earshot.api.card.CardReversalEvent.CardDisputeOpened;
import dev.earshot.api.card.CardReversalEvent.CardDisputeWon;
import dev.earshot.api.money.Money;
import dev.earshot.api.refusal.Refused;
import dev.earshot.command.reversal.Reversals.Verdict;
import java.util.function.Consumer;

/**
 * What a cardholder's bank takes of a captured payment, and how that ends. What follows from it is {@link Following}.
 */
record Disputing(Authorization payment, Reversed reversed, Consumer<CardReversalEvent> facts) {
    void open(OpenCardDispute command) throws Refused {
        Money amount = command.amount();
        if (isNews(command.dispute(), Verdict.OPEN, amount)) {
            tell(new CardDisputeOpened(
                    payment.id, payment.callId, payment.parties, command.dispute(), amount, command.at()));
        }
    }

    void win(WinCardDispute command) throws Refused {
        Money amount = command.amount();
        if (isNews(command.dispute(), Verdict.WON, amount)) {
            tell(new CardDisputeWon(
                    payment.id, payment.callId, payment.parties, command.dispute(), amount, command.at()));
        }
    }

    void lose(LoseCardDispute command) throws Refused {
        Money amount = command.amount();
        if (isNews(command.dispute(), Verdict.LOST, amount)) {
            tell(new CardDisputeLost(
                    payment.id, payment.callId, payment.parties, command.dispute(), amount, command.at()));
        }
    }

    private boolean isNews(String dispute, Verdict verdict, Money amount) throws Refused {
        payment.refuseUnlessIn(amount);
        return reversed.reversals.isNews(dispute, verdict, amount.minor());
    }

    private void tell(CardReversalEvent news) {
        facts.accept(news);
        new Following(payment, reversed, facts).follow(news.at());
    }
}
