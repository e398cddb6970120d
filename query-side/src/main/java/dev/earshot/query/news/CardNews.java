package dev.earshot.query.news;

import dev.earshot.api.card.CardPaymentEvent;
import dev.earshot.api.card.CardPaymentEvent.CardAuthorized;
import dev.earshot.api.card.CardPaymentEvent.CardCaptured;
import dev.earshot.api.card.CardPaymentEvent.CardDeclined;
import dev.earshot.api.card.CardPaymentEvent.CardExpired;
import dev.earshot.api.card.CardPaymentEvent.CardReceivableRaised;
import dev.earshot.api.card.CardPaymentEvent.CardUnknown;
import dev.earshot.api.card.CardPaymentEvent.CardVoided;
import dev.earshot.api.card.CardPaymentEvent.ChargeWaived;
import dev.earshot.api.card.CardReversalEvent.CardPaymentReversed;
import dev.earshot.api.card.CardholderEvent;
import dev.earshot.api.card.CardholderEvent.CardMadeDefault;
import dev.earshot.api.card.CardholderEvent.CardOffered;
import dev.earshot.api.card.CardholderEvent.CardRemoved;
import dev.earshot.api.card.CardholderEvent.CardSaved;
import dev.earshot.api.card.CardholderEvent.CardTurnedAway;
import java.util.List;

/** What members hear of their own cards and of what a call does to one. Listeners hear nothing of it. */
final class CardNews {
    private static final String AMOUNT = "amount";
    private static final String REASON = "reason";

    private CardNews() {}

    static void tell(Audience audience) {
        audience.tell(CardOffered.class, event -> holder(event, card(event)));
        audience.tell(CardSaved.class, event -> holder(event, card(event)));
        audience.tell(CardTurnedAway.class, event -> holder(event, card(event).with(REASON, event.reason())));
        audience.tell(CardMadeDefault.class, event -> holder(event, card(event)));
        audience.tell(CardRemoved.class, event -> holder(event, card(event)));
        audience.tell(
                CardAuthorized.class, event -> member(event, payment(event).with(AMOUNT, event.amount())));
        audience.tell(CardDeclined.class, event -> member(event, payment(event).with(REASON, event.reason())));
        audience.tell(CardUnknown.class, event -> member(event, payment(event)));
        audience.tell(CardCaptured.class, event -> member(event, payment(event).with(AMOUNT, event.amount())));
        audience.tell(ChargeWaived.class, event -> member(event, payment(event).with(AMOUNT, event.amount())));
        audience.tell(CardVoided.class, event -> member(event, payment(event)));
        audience.tell(CardExpired.class, event -> member(event, payment(event)));
        audience.tell(
                CardReceivableRaised.class,
                event -> member(event, payment(event).with(AMOUNT, event.amount())));
        audience.tell(CardPaymentReversed.class, event -> List.of(reversed(event)));
    }

    private static Told reversed(CardPaymentReversed event) {
        return Shape.of(Kind.CARD, event, event.at())
                .with("callId", event.callId())
                .with("authorization", event.cardPaymentId().number())
                .with("refunded", event.reversal().refunded())
                .with("disputed", event.reversal().disputed())
                .with("owed", event.owed())
                .to(event.parties().memberId());
    }

    private static Shape card(CardholderEvent event) {
        return Shape.of(Kind.CARD, event, event.at()).with("cardId", event.cardId());
    }

    private static Shape payment(CardPaymentEvent event) {
        return Shape.of(Kind.CARD, event, event.at())
                .with("callId", event.callId())
                .with("authorization", event.cardPaymentId().number());
    }

    private static List<Told> holder(CardholderEvent event, Shape shape) {
        return List.of(shape.to(event.cardholderId().accountId()));
    }

    private static List<Told> member(CardPaymentEvent event, Shape shape) {
        return List.of(shape.to(event.parties().memberId()));
    }
}
