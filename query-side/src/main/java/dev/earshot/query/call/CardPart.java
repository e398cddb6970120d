package dev.earshot.query.call;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.earshot.api.card.CardDecline;
import dev.earshot.api.card.CardPaymentEvent;
import dev.earshot.api.card.CardPaymentEvent.AuthorizationRequested;
import dev.earshot.api.card.CardPaymentEvent.CaptureRequested;
import dev.earshot.api.card.CardPaymentEvent.CardAuthorized;
import dev.earshot.api.card.CardPaymentEvent.CardDeclined;
import dev.earshot.api.card.CardPaymentEvent.CardReceivableRaised;
import dev.earshot.api.card.CardPaymentEvent.ChargeWaived;
import dev.earshot.api.card.CardReversalEvent.CardPaymentReversed;
import dev.earshot.api.id.CardPaymentId;
import dev.earshot.api.money.Money;
import dev.earshot.query.card.CardStage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One authorization of the card that pays for a call.
 *
 * @param authorization its number, 1 for the first
 * @param status how far it is; {@code UNKNOWN} while the provider is asked what the last request came to
 * @param authorized what is held, or was asked for
 * @param charged what is or was to be taken of it; absent until the call is over
 * @param waived whether the charge was so small that nobody takes it
 * @param reason why it was declined
 * @param refunded how much was given back, what is on its way included; absent where nothing was
 * @param disputed how much the cardholder's bank has taken back; absent where it has taken nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CardPart(
        int authorization,
        CardStage status,
        Money authorized,
        Money charged,
        boolean waived,
        CardDecline reason,
        Money refunded,
        Money disputed) {
    /** The parts after this fact, in the order of their numbers. */
    static List<CardPart> after(CardPaymentEvent fact, List<CardPart> parts) {
        return with(fact.cardPaymentId(), parts, part -> part.after(fact));
    }

    /** The parts after something has gone back. */
    static List<CardPart> after(CardPaymentReversed fact, List<CardPart> parts) {
        return with(fact.cardPaymentId(), parts, part -> part.after(fact));
    }

    private static List<CardPart> with(CardPaymentId id, List<CardPart> parts, UnaryOperator<CardPart> change) {
        int number = id.number();
        CardPart before = parts.stream()
                .filter(part -> part.authorization == number)
                .findAny()
                .orElse(new CardPart(number, CardStage.REQUESTED, null, null, false, null, null, null));
        List<CardPart> all = new ArrayList<>(parts);
        all.removeIf(part -> part.authorization == number);
        all.add(change.apply(before));
        all.sort(Comparator.comparingInt(CardPart::authorization));
        return all;
    }

    private CardPart after(CardPaymentEvent fact) {
        CardStage now = status.after(fact);
        if (fact instanceof AuthorizationRequested event) {
            return with(now, event.amount(), charged);
        } else if (fact instanceof CardAuthorized event) {
            return with(now, event.amount(), charged);
        } else if (fact instanceof CaptureRequested event) {
            return with(now, authorized, event.amount());
        } else if (fact instanceof CardReceivableRaised event) {
            return with(now, authorized, event.amount());
        } else if (fact instanceof ChargeWaived event) {
            return new CardPart(authorization, now, authorized, event.amount(), true, reason, refunded, disputed);
        } else if (fact instanceof CardDeclined event) {
            return new CardPart(authorization, now, authorized, charged, waived, event.reason(), refunded, disputed);
        }
        return with(now, authorized, charged);
    }

    private CardPart after(CardPaymentReversed fact) {
        Money nowRefunded = some(fact.reversal().refunded());
        Money nowDisputed = some(fact.reversal().disputed());
        return new CardPart(authorization, status, authorized, charged, waived, reason, nowRefunded, nowDisputed);
    }

    private static Money some(Money money) {
        return money.isPositive() ? money : null;
    }

    private CardPart with(CardStage now, Money held, Money taken) {
        return new CardPart(authorization, now, held, taken, waived, reason, refunded, disputed);
    }
}
