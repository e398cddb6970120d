package dev.earshot.api.card;

import dev.earshot.api.call.Parties;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.CardId;
import dev.earshot.api.id.CardPaymentId;
import dev.earshot.api.money.Money;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked of one authorization of a card, and what its provider answers. */
public sealed interface CardPaymentCommand {
    @TargetAggregateIdentifier
    CardPaymentId cardPaymentId();

    /**
     * Asks for an authorization of {@code wanted}, and of {@code atLeast} if the funds do not suffice. Repeating it changes
     * nothing. The answer is an event.
     *
     * @param payee the provider's name for the account to which the money goes
     */
    record AuthorizeCard(
            CardPaymentId cardPaymentId,
            CallId callId,
            Parties parties,
            CardId cardId,
            String payee,
            Money wanted,
            Money atLeast,
            Instant at)
            implements CardPaymentCommand {}

    /**
     * Takes this much of what is authorized, and lets the rest go. Repeating it changes nothing.
     *
     * @param fee the platform's part of it
     */
    record CaptureCard(CardPaymentId cardPaymentId, Money amount, Money fee, Instant at)
            implements CardPaymentCommand {}

    /** Lets all of it go. What is voided before it was authorized never is. Repeating it changes nothing. */
    record VoidCard(CardPaymentId cardPaymentId, CallId callId, Parties parties, Instant at)
            implements CardPaymentCommand {}

    /**
     * The provider has authorized it.
     *
     * @param reference the provider's name for the payment
     * @param captureBefore when the authorization lapses
     */
    record ConfirmAuthorization(
            CardPaymentId cardPaymentId,
            int attempt,
            Money authorized,
            String reference,
            Instant captureBefore,
            Instant at)
            implements CardPaymentCommand {}

    /** The provider has not authorized it. */
    record DeclineAuthorization(CardPaymentId cardPaymentId, int attempt, CardDecline reason, Instant at)
            implements CardPaymentCommand {}

    /** The provider has taken this much. */
    record ConfirmCapture(CardPaymentId cardPaymentId, Money captured, Instant at) implements CardPaymentCommand {}

    /** The provider has not taken anything. */
    record FailCapture(CardPaymentId cardPaymentId, int attempt, CaptureFailure reason, Instant at)
            implements CardPaymentCommand {}

    /** The provider has let it go. */
    record ConfirmVoid(CardPaymentId cardPaymentId, Instant at) implements CardPaymentCommand {}

    /** Nothing was heard of the last request; the provider is being asked what has become of it. */
    record LoseCardAnswer(CardPaymentId cardPaymentId, Instant at) implements CardPaymentCommand {}

    /** The authorization has lapsed, or was cancelled by somebody else. */
    record ExpireAuthorization(CardPaymentId cardPaymentId, Instant at) implements CardPaymentCommand {}
}
