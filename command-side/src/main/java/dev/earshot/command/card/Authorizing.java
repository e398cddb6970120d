package dev.earshot.command.card;

import dev.earshot.api.card.CardDecline;
import dev.earshot.api.card.CardPaymentCommand.AuthorizeCard;
import dev.earshot.api.card.CardPaymentCommand.ConfirmAuthorization;
import dev.earshot.api.card.CardPaymentCommand.DeclineAuthorization;
import dev.earshot.api.card.CardPaymentEvent;
import dev.earshot.api.card.CardPaymentEvent.AuthorizationRequested;
import dev.earshot.api.card.CardPaymentEvent.CardAuthorized;
import dev.earshot.api.card.CardPaymentEvent.CardDeclined;
import dev.earshot.api.money.Money;
import dev.earshot.command.card.Authorization.Stage;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * How an authorization is asked for, in a second attempt for less if the funds do not suffice. What is authorized
 * after it was declined or abandoned comes too late and is let go.
 */
record Authorizing(Authorization payment, Consumer<CardPaymentEvent> facts) {
    void authorize(AuthorizeCard command, CardSettings settings) {
        if (payment.id != null) {
            return; // Repeated, or overtaken by its own end.
        }
        facts.accept(new AuthorizationRequested(
                command.cardPaymentId(),
                command.callId(),
                command.parties(),
                command.cardId(),
                command.payee(),
                settings.atLeast(command.wanted()),
                settings.atLeast(command.atLeast()),
                1,
                command.at()));
    }

    void confirm(ConfirmAuthorization command) {
        boolean wasDeclined = payment.stage == Stage.DECLINED;
        if (!wasDeclined && !payment.awaits(Stage.REQUESTED, command.attempt())) {
            return;
        }
        boolean tooLate = wasDeclined || payment.abandoned;
        facts.accept(new CardAuthorized(
                payment.id,
                payment.callId,
                payment.parties,
                command.authorized(),
                command.reference(),
                command.captureBefore(),
                command.at()));
        if (tooLate) {
            new Voiding(payment, facts).letGo(command.at());
        }
    }

    void decline(DeclineAuthorization command) {
        if (!payment.awaits(Stage.REQUESTED, command.attempt())) {
            return;
        }
        if (mayTryLess(command.reason())) {
            tryLess(command.at());
        } else {
            facts.accept(new CardDeclined(payment.id, payment.callId, payment.parties, command.reason(), command.at()));
        }
    }

    private boolean mayTryLess(CardDecline reason) {
        return payment.attempt == 1
                && !payment.abandoned
                && reason == CardDecline.INSUFFICIENT_FUNDS
                && payment.atLeast.minor() < payment.authorized.minor();
    }

    private void tryLess(Instant at) {
        Money less = payment.atLeast;
        facts.accept(new AuthorizationRequested(
                payment.id,
                payment.callId,
                payment.parties,
                payment.cardId,
                payment.payee,
                less,
                less,
                payment.attempt + 1,
                at));
    }
}
