package dev.earshot.api.card;

import dev.earshot.api.id.CardId;
import dev.earshot.api.id.CardholderId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked of a member's cards. */
public sealed interface CardholderCommand {
    @TargetAggregateIdentifier
    CardholderId cardholderId();

    /**
     * Asks the provider to keep a card. Repeating it changes nothing.
     *
     * @param method what the provider knows the card by, or how the member's client will tell it the card
     */
    record SaveCard(CardholderId cardholderId, CardId cardId, String method, Instant at) implements CardholderCommand {}

    /**
     * The provider keeps the card. Harmless when known.
     *
     * @param fingerprint a keyed hash of what tells the card from others
     */
    record ConfirmCard(CardholderId cardholderId, CardId cardId, String fingerprint, Instant at)
            implements CardholderCommand {}

    /** The provider does not keep the card. Harmless when known, and when the card is saved. */
    record DeclineCard(CardholderId cardholderId, CardId cardId, CardDecline reason, Instant at)
            implements CardholderCommand {}

    /** Pay with this card from now on. Refused unless it is saved. */
    record ChooseCard(CardholderId cardholderId, CardId cardId, Instant at) implements CardholderCommand {}

    /** Forget this card. What it has authorized is still captured. */
    record RemoveCard(CardholderId cardholderId, CardId cardId, Instant at) implements CardholderCommand {}

    /** Which card pays now? Changes nothing; answers with a {@link CardHeld}, or refuses when none is saved. */
    record AskCard(CardholderId cardholderId) implements CardholderCommand {}

    /** Forget every card, those on their way too. Repeating it changes nothing. */
    record RemoveCards(CardholderId cardholderId, Instant at) implements CardholderCommand {}
}
