package dev.earshot.adapter.card;

import dev.earshot.api.card.CaptureFailure;
import dev.earshot.api.card.CardDecline;
import dev.earshot.api.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What a provider says of a card. */
public sealed interface CardReply {
    /**
     * The card is kept.
     *
     * @param card what the provider calls it
     * @param fingerprint what tells it from other cards, in clear: only its keyed hash leaves the adapters
     * @param face what is printed on it, for the member's eyes
     */
    record Saved(ProviderCard card, String fingerprint, CardFace face) implements CardReply {}

    /** The amount is held until then. */
    record Authorized(String reference, Money amount, Instant captureBefore) implements CardReply {}

    /** The card is not kept, or nothing is held. */
    record Declined(CardDecline reason) implements CardReply {}

    /** The money is taken. */
    record Captured(Money amount) implements CardReply {}

    /** No money is taken. */
    record NotCaptured(CaptureFailure reason) implements CardReply {}

    /** Nothing is held, or the card forgotten. */
    record Done() implements CardReply {}

    /** The amount is held, or was taken: it has not lapsed. */
    record Stands() implements CardReply {}

    /** Nothing is held any more, for it was too long ago or somebody else has cancelled it. */
    record Lapsed() implements CardReply {}

    /**
     * The member has to do something.
     *
     * @param nextStep for the provider's client library
     * @param askAgainAt when there may be news; the provider's hook is usually faster
     */
    record NeedsCustomer(String reference, Map<String, String> nextStep, Instant askAgainAt) implements CardReply {}

    /**
     * Nothing is known. The provider is asked again.
     *
     * @param why for the log
     * @param atLeast how long the provider wants to be left in peace
     */
    record Unknown(String why, Duration atLeast) implements CardReply {}

    /** What a provider calls a card, and its owner; both may be empty where it has no such name. */
    record ProviderCard(String customer, String method) {}

    /** What is printed on a card. */
    record CardFace(String brand, String last4, String expires) {
        /** Of a card that is not kept any more. */
        static final CardFace NONE = new CardFace("", "", "");

        Map<String, String> texts() {
            return Map.of("brand", brand, "last4", last4, "expires", expires);
        }
    }
}
