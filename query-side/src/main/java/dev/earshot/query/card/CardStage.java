package dev.earshot.query.card;

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

/** How far the authorization of a card for a call is. */
public enum CardStage {
    REQUESTED,
    AUTHORIZED,
    DECLINED,
    /** The provider is asked what the last request came to. */
    UNKNOWN,
    CAPTURING,
    CAPTURED,
    VOIDING,
    VOIDED,
    EXPIRED,
    /** The call was talked and the card could not be charged. */
    OWED;

    /** The stage after this fact. */
    public CardStage after(CardPaymentEvent fact) {
        if (fact instanceof AuthorizationRequested) {
            return REQUESTED;
        } else if (fact instanceof CardAuthorized) {
            return AUTHORIZED;
        } else if (fact instanceof CardDeclined) {
            return DECLINED;
        } else if (fact instanceof CardUnknown) {
            return UNKNOWN;
        } else if (fact instanceof CaptureRequested) {
            return CAPTURING;
        } else if (fact instanceof CardCaptured) {
            return CAPTURED;
        } else if (fact instanceof VoidRequested || fact instanceof CardAbandoned) {
            return VOIDING;
        } else if (fact instanceof CardVoided) {
            return VOIDED;
        } else if (fact instanceof CardExpired) {
            return EXPIRED;
        } else if (fact instanceof CardReceivableRaised) {
            return OWED;
        } else if (fact instanceof ChargeWaived) {
            return this;
        }
        throw new IllegalArgumentException("nobody knows what follows from " + fact);
    }
}
