package dev.earshot.adapter.payments.stripe.card;

import dev.earshot.api.card.CardPaymentCommand;
import dev.earshot.api.card.CardPaymentCommand.ConfirmAuthorization;
import dev.earshot.api.card.CardPaymentCommand.ConfirmCapture;
import dev.earshot.api.card.CardPaymentCommand.ConfirmVoid;
import dev.earshot.api.card.CardPaymentCommand.DeclineAuthorization;
import dev.earshot.api.card.CardPaymentCommand.ExpireAuthorization;
import dev.earshot.api.card.CardPaymentCommand.FailCapture;
import dev.earshot.api.card.CardPaymentCommand.LoseCardAnswer;
import dev.earshot.api.card.CardholderCommand.ConfirmCard;
import dev.earshot.api.card.CardholderCommand.DeclineCard;
import dev.earshot.api.person.PersonCommand.KeepTexts;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.axonframework.commandhandling.CommandHandler;

/** The deciding side, which keeps what it is told. */
class CardSide {
    private final Queue<Object> told = new ConcurrentLinkedQueue<>();
    private final Queue<KeepTexts> kept = new ConcurrentLinkedQueue<>();

    @CommandHandler
    void handle(ConfirmCard command) {
        told.add(command);
    }

    @CommandHandler
    void handle(KeepTexts command) {
        kept.add(command);
    }

    @CommandHandler
    void handle(DeclineCard command) {
        told.add(command);
    }

    @CommandHandler
    void handle(ConfirmAuthorization command) {
        told.add(command);
    }

    @CommandHandler
    void handle(DeclineAuthorization command) {
        told.add(command);
    }

    @CommandHandler
    void handle(ConfirmCapture command) {
        told.add(command);
    }

    @CommandHandler
    void handle(FailCapture command) {
        told.add(command);
    }

    @CommandHandler
    void handle(ConfirmVoid command) {
        told.add(command);
    }

    @CommandHandler
    void handle(LoseCardAnswer command) {
        told.add(command);
    }

    @CommandHandler
    void handle(ExpireAuthorization command) {
        told.add(command);
    }

    /** What was to be kept of this card, the latest at the end. */
    List<KeepTexts> keptOf(String card) {
        return kept.stream().filter(texts -> texts.subject().equals(card)).toList();
    }

    /** What was told of this card or payment. */
    List<Object> toldOf(String subject) {
        return told.stream()
                .filter(command -> subject.equals(subjectOf(command)))
                .toList();
    }

    private static String subjectOf(Object command) {
        if (command instanceof CardPaymentCommand ofPayment) {
            return ofPayment.cardPaymentId().value();
        }
        if (command instanceof ConfirmCard confirmed) {
            return confirmed.cardId().value();
        }
        return ((DeclineCard) command).cardId().value();
    }
}
