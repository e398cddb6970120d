package dev.earshot.query.call;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.earshot.api.card.CardDecline;
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
import dev.earshot.api.money.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One authorization of the card that pays for a call.
 *
 * @param authorization its number, 1 for the first
 * @param status how far it is; {@code UNKNOWN} while the provider is asked what the last request came to
 * @param authorized what is held, or was asked for
 * @param charged what is or was to be taken of it; absent until the call is over
 * @param waived whether the charge was so small that nobody takes it
 * @param reason why it was declined
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CardPart(int authorization, Status status, Money authorized, Money charged, boolean waived, CardDecline reason) {
    /** How far an authorization is. */
    enum Status {
        REQUESTED,
        AUTHORIZED,
        DECLINED,
        UNKNOWN,
        CAPTURING,
        CAPTURED,
        VOIDING,
        VOIDED,
        EXPIRED,
        /** The call was talked and the card could not be charged. */
        OWED
    }

    /** The parts after this fact, in the order of their numbers. */
    static List<CardPart> after(CardPaymentEvent fact, List<CardPart> parts) {
        int number = fact.cardPaymentId().number();
        CardPart before = parts.stream()
                .filter(part -> part.authorization == number)
                .findAny()
                .orElse(new CardPart(number, Status.REQUESTED, null, null, false, null));
        List<CardPart> all = new ArrayList<>(parts);
        all.removeIf(part -> part.authorization == number);
        all.add(before.after(fact));
        all.sort(Comparator.comparingInt(CardPart::authorization));
        return all;
    }

    private CardPart after(CardPaymentEvent fact) {
        if (fact instanceof AuthorizationRequested event) {
            return new CardPart(authorization, Status.REQUESTED, event.amount(), charged, waived, reason);
        } else if (fact instanceof CardAuthorized event) {
            return new CardPart(authorization, Status.AUTHORIZED, event.amount(), charged, waived, reason);
        } else if (fact instanceof CardDeclined event) {
            return new CardPart(authorization, Status.DECLINED, authorized, charged, waived, event.reason());
        } else if (fact instanceof CaptureRequested event) {
            return new CardPart(authorization, Status.CAPTURING, authorized, event.amount(), waived, reason);
        } else if (fact instanceof ChargeWaived event) {
            return new CardPart(authorization, status, authorized, event.amount(), true, reason);
        } else if (fact instanceof CardReceivableRaised event) {
            return new CardPart(authorization, Status.OWED, authorized, event.amount(), waived, reason);
        }
        return new CardPart(authorization, statusAfter(fact), authorized, charged, waived, reason);
    }

    private Status statusAfter(CardPaymentEvent fact) {
        if (fact instanceof CardUnknown) {
            return Status.UNKNOWN;
        } else if (fact instanceof CardCaptured) {
            return Status.CAPTURED;
        } else if (fact instanceof VoidRequested || fact instanceof CardAbandoned) {
            return Status.VOIDING;
        } else if (fact instanceof CardVoided) {
            return Status.VOIDED;
        } else if (fact instanceof CardExpired) {
            return Status.EXPIRED;
        }
        throw new IllegalArgumentException("nobody knows what follows from " + fact);
    }
}
