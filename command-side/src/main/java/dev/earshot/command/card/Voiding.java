package dev.earshot.command.card;

import dev.earshot.api.card.CardPaymentCommand.ConfirmVoid;
import dev.earshot.api.card.CardPaymentCommand.VoidCard;
import dev.earshot.api.card.CardPaymentEvent;
import dev.earshot.api.card.CardPaymentEvent.CardAbandoned;
import dev.earshot.api.card.CardPaymentEvent.CardExpired;
import dev.earshot.api.card.CardPaymentEvent.CardReceivableRaised;
import dev.earshot.api.card.CardPaymentEvent.CardVoided;
import dev.earshot.api.card.CardPaymentEvent.VoidRequested;
import dev.earshot.command.card.Authorization.Stage;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * How an authorization is let go, or lapses by itself. What is voided before it was authorized is abandoned: if the
 * provider authorizes it after all, it is voided then. What lapses while it is being captured is owed by the member.
 */
record Voiding(Authorization payment, Consumer<CardPaymentEvent> facts) {
    void release(VoidCard command) {
        Stage stage = payment.stage;
        if (stage == Stage.AUTHORIZED) {
            letGo(command.at());
        } else if (stage == Stage.EXPIRED) {
            end(command.at()); // It has let go of itself.
        } else if (stage == null || stage == Stage.REQUESTED && !payment.abandoned) {
            facts.accept(new CardAbandoned(command.cardPaymentId(), command.callId(), command.parties(), command.at()));
        }
    }

    void confirm(ConfirmVoid command) {
        if (payment.stage == Stage.VOIDING) {
            end(command.at());
        }
    }

    void expire(Instant at) {
        switch (payment.stage) {
            case AUTHORIZED -> lapse(at);
            case VOIDING -> end(at);
            case CAPTURING -> {
                lapse(at);
                facts.accept(
                        new CardReceivableRaised(payment.id, payment.callId, payment.parties, payment.charged, at));
            }
            case REQUESTED, DECLINED, CAPTURED, VOIDED, EXPIRED, OWED -> {
                // Nothing stands that could lapse.
            }
        }
    }

    void letGo(Instant at) {
        facts.accept(new VoidRequested(payment.id, payment.callId, payment.parties, payment.reference, at));
    }

    private void lapse(Instant at) {
        facts.accept(new CardExpired(payment.id, payment.callId, payment.parties, at));
    }

    private void end(Instant at) {
        facts.accept(new CardVoided(payment.id, payment.callId, payment.parties, at));
    }
}
