package dev.earshot.query.card;

import dev.earshot.api.card.CardDecline;
import dev.earshot.api.card.CardholderEvent.CardMadeDefault;
import dev.earshot.api.card.CardholderEvent.CardOffered;
import dev.earshot.api.card.CardholderEvent.CardRemoved;
import dev.earshot.api.card.CardholderEvent.CardSaved;
import dev.earshot.api.card.CardholderEvent.CardTurnedAway;
import dev.earshot.query.fold.Folded;
import java.time.Instant;

/** A card as its events have left it. */
final class CardState extends Folded {
    final String cardId;
    String cardholderId;
    Status status;
    CardDecline reason;
    Instant offeredAt;
    /** Where in the log it was chosen to pay, 0 if never: of a member's cards the one chosen last pays. */
    long chosen;

    long requested;

    CardState(String cardId) {
        this(cardId, 0);
    }

    CardState(String cardId, long position) {
        super(position);
        this.cardId = cardId;
    }

    void on(CardOffered event) {
        cardholderId = event.cardholderId().value();
        status = Status.OFFERED;
        offeredAt = event.at();
        requested = position();
    }

    void on(CardSaved event) {
        status = Status.SAVED;
    }

    void on(CardTurnedAway event) {
        status = Status.TURNED_AWAY;
        reason = event.reason();
    }

    void on(CardMadeDefault event) {
        chosen = position();
    }

    void on(CardRemoved event) {
        status = Status.REMOVED;
    }

    /** How far a card has come. */
    enum Status {
        OFFERED,
        SAVED,
        TURNED_AWAY,
        REMOVED
    }
}
