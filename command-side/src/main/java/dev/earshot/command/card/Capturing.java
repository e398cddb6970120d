package dev.earshot.command.card;

import dev.earshot.api.card.CaptureFailure;
import dev.earshot.api.card.CardPaymentCommand.CaptureCard;
import dev.earshot.api.card.CardPaymentCommand.ConfirmCapture;
import dev.earshot.api.card.CardPaymentCommand.FailCapture;
import dev.earshot.api.card.CardPaymentEvent;
import dev.earshot.api.card.CardPaymentEvent.CaptureRequested;
import dev.earshot.api.card.CardPaymentEvent.CardCaptured;
import dev.earshot.api.card.CardPaymentEvent.CardReceivableRaised;
import dev.earshot.api.card.CardPaymentEvent.ChargeWaived;
import dev.earshot.api.card.CardRefusal;
import dev.earshot.api.money.Money;
import dev.earshot.api.refusal.Refused;
import dev.earshot.command.card.Authorization.Stage;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * How a part of what is authorized is taken, once, and the rest let go. A capture that fails is tried again, and in
 * the end owed by the member. A charge below what providers take is waived.
 */
record Capturing(Authorization payment, Consumer<CardPaymentEvent> facts) {
    void capture(CaptureCard command, CardSettings settings) throws Refused {
        switch (payment.stage) {
            case AUTHORIZED -> take(command, settings);
            case EXPIRED -> owe(command.amount(), command.at());
            case REQUESTED, DECLINED -> throw CardRefusal.CARD_PAYMENT_UNSETTLED.of("%s is not authorized", payment.id);
            case CAPTURING, VOIDING, CAPTURED, VOIDED, OWED -> {
                // Asked for already.
            }
        }
    }

    void confirm(ConfirmCapture command) throws Refused {
        if (payment.stage != Stage.CAPTURING) {
            return;
        }
        Money charged = payment.charged;
        if (!command.captured().equals(charged)) {
            throw CardRefusal.CAPTURE_OUT_OF_RANGE.of("%s was taken instead of %s", command.captured(), charged);
        }
        facts.accept(new CardCaptured(
                payment.id, payment.callId, payment.parties, payment.payee, charged, payment.fee, command.at()));
    }

    void fail(FailCapture command, CardSettings settings) {
        if (!payment.awaits(Stage.CAPTURING, command.attempt())) {
            return;
        }
        if (command.reason() == CaptureFailure.AUTHORIZATION_GONE) {
            new Voiding(payment, facts).expire(command.at());
        } else if (payment.attempt < settings.captureTries()) {
            Instant again = command.at().plus(settings.waitAfter(payment.attempt));
            request(payment.charged, payment.fee, payment.attempt + 1, again, command.at());
        } else {
            owe(payment.charged, command.at());
        }
    }

    private void take(CaptureCard command, CardSettings settings) throws Refused {
        Money amount = command.amount();
        Money authorized = payment.authorized;
        if (amount.minor() > authorized.minor() || !amount.currency().equals(authorized.currency())) {
            throw CardRefusal.CAPTURE_OUT_OF_RANGE.of("%s of %s cannot be taken", amount, authorized);
        }
        if (settings.suffices(amount)) {
            request(amount, command.fee(), 1, command.at(), command.at());
        } else {
            waive(amount, command.at());
        }
    }

    /** Nothing charged is nothing waived. */
    private void waive(Money amount, Instant at) {
        if (amount.minor() != 0) {
            facts.accept(new ChargeWaived(payment.id, payment.callId, payment.parties, amount, at));
        }
        new Voiding(payment, facts).letGo(at);
    }

    private void request(Money amount, Money fee, int number, Instant notBefore, Instant at) {
        facts.accept(new CaptureRequested(
                payment.id, payment.callId, payment.parties, payment.reference, amount, fee, number, notBefore, at));
    }

    private void owe(Money amount, Instant at) {
        facts.accept(new CardReceivableRaised(payment.id, payment.callId, payment.parties, amount, at));
    }
}
