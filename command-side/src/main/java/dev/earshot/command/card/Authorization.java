package dev.earshot.command.card;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.earshot.api.call.Parties;
import dev.earshot.api.card.CardPaymentEvent;
import dev.earshot.api.card.CardPaymentEvent.AuthorizationRequested;
import dev.earshot.api.card.CardPaymentEvent.CaptureRequested;
import dev.earshot.api.card.CardPaymentEvent.CardAbandoned;
import dev.earshot.api.card.CardPaymentEvent.CardAuthorized;
import dev.earshot.api.card.CardPaymentEvent.CardCaptured;
import dev.earshot.api.card.CardPaymentEvent.CardDeclined;
import dev.earshot.api.card.CardPaymentEvent.CardExpired;
import dev.earshot.api.card.CardPaymentEvent.CardReceivableRaised;
import dev.earshot.api.card.CardPaymentEvent.CardUnknown;
import dev.earshot.api.card.CardPaymentEvent.CardVoided;
import dev.earshot.api.card.CardPaymentEvent.ChargeWaived;
import dev.earshot.api.card.CardPaymentEvent.VoidRequested;
import dev.earshot.api.card.CardRefusal;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.CardId;
import dev.earshot.api.id.CardPaymentId;
import dev.earshot.api.money.Money;
import dev.earshot.api.refusal.Refused;
import java.util.Currency;

/**
 * How far an authorization is, and what is asked of its provider. Stages only ever move on, so answers may come late,
 * twice and in any order. Only facts change it; those who decide read it.
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class Authorization {
    /** What it was brought to last. */
    enum Stage {
        REQUESTED,
        DECLINED,
        AUTHORIZED,
        CAPTURING,
        VOIDING,
        CAPTURED,
        VOIDED,
        EXPIRED,
        OWED
    }

    CardPaymentId id;
    CallId callId;
    Parties parties;
    CardId cardId;
    String payee = "";
    Money authorized;
    Money atLeast; // Absent of what was abandoned before it was asked for.
    Money charged;
    Money fee;
    String reference = "";
    int attempt;
    Stage stage; // Absent before it is asked for.
    boolean abandoned;
    private boolean unknown;

    /** Whether an answer is awaited, and nobody has told yet that it was lost. */
    boolean awaitsAnswer() {
        boolean isAsked = stage == Stage.REQUESTED || stage == Stage.CAPTURING || stage == Stage.VOIDING;
        return isAsked && !unknown;
    }

    /** Whether this is the answer to the attempt that was made last; else it comes late. */
    boolean awaits(Stage asked, int answered) {
        return stage == asked && attempt == answered;
    }

    /** Nothing is given back of what was not captured. */
    void refuseUnlessCaptured() throws Refused {
        if (stage != Stage.CAPTURED) {
            throw CardRefusal.CARD_PAYMENT_NOT_CAPTURED.of("nothing was captured of %s", id);
        }
    }

    /** What goes back may be told before we know that it was captured, but not before it was asked for. */
    void refuseUnlessIn(Money part) throws Refused {
        if (atLeast == null) {
            refuseUnlessCaptured();
        }
        Currency currency = authorized.currency();
        if (!part.currency().equals(currency) || part.minor() < 0) {
            throw CardRefusal.CARD_PAYMENT_CURRENCY_MISMATCH.of("%s is in %s; not %s", id, currency, part);
        }
    }

    /** Where a stage is reached, it is known again what became of the last request. */
    void on(CardPaymentEvent event) {
        if (event instanceof AuthorizationRequested requested) {
            on(requested);
        } else if (event instanceof CardAuthorized confirmed) {
            authorized = confirmed.amount();
            reference = confirmed.reference();
            reach(Stage.AUTHORIZED);
        } else if (event instanceof CardDeclined) {
            reach(Stage.DECLINED);
        } else if (event instanceof CardAbandoned overtaken) {
            on(overtaken);
        } else if (event instanceof CardUnknown) {
            unknown = true;
        } else if (event instanceof CaptureRequested requested) {
            on(requested);
        } else if (event instanceof CardCaptured) {
            reach(Stage.CAPTURED);
        } else if (event instanceof ChargeWaived waived) {
            charged = waived.amount();
        } else if (event instanceof VoidRequested) {
            reach(Stage.VOIDING);
        } else if (event instanceof CardVoided) {
            reach(Stage.VOIDED);
        } else if (event instanceof CardExpired) {
            reach(Stage.EXPIRED);
        } else if (event instanceof CardReceivableRaised) {
            stage = Stage.OWED;
        }
    }

    private void on(AuthorizationRequested event) {
        id = event.cardPaymentId();
        callId = event.callId();
        parties = event.parties();
        cardId = event.cardId();
        payee = event.payee();
        authorized = event.amount();
        atLeast = event.atLeast();
        attempt = event.attempt();
        reach(Stage.REQUESTED);
    }

    private void on(CardAbandoned event) {
        if (id == null) {
            id = event.cardPaymentId();
            callId = event.callId();
            parties = event.parties();
            stage = Stage.DECLINED;
        }
        abandoned = true;
    }

    private void on(CaptureRequested event) {
        charged = event.amount();
        fee = event.fee();
        attempt = event.attempt();
        reach(Stage.CAPTURING);
    }

    private void reach(Stage next) {
        stage = next;
        unknown = false;
    }
}
