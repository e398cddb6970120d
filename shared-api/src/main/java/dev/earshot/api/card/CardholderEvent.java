package dev.earshot.api.card;

import dev.earshot.api.id.CardId;
import dev.earshot.api.id.CardholderId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** What has happened to a member's cards. Nothing here tells what is printed on a card, or what a provider calls it. */
public sealed interface CardholderEvent {
    CardholderId cardholderId();

    CardId cardId();

    Instant at();

    @Revision("1")
    record CardOffered(CardholderId cardholderId, CardId cardId, String method, Instant at)
            implements CardholderEvent {}

    /** @param fingerprint a keyed hash of what tells the card from others */
    @Revision("1")
    record CardSaved(CardholderId cardholderId, CardId cardId, String fingerprint, Instant at)
            implements CardholderEvent {}

    @Revision("1")
    record CardTurnedAway(CardholderId cardholderId, CardId cardId, CardDecline reason, Instant at)
            implements CardholderEvent {}

    /** This card pays from now on. */
    @Revision("1")
    record CardMadeDefault(CardholderId cardholderId, CardId cardId, Instant at) implements CardholderEvent {}

    @Revision("1")
    record CardRemoved(CardholderId cardholderId, CardId cardId, Instant at) implements CardholderEvent {}
}
