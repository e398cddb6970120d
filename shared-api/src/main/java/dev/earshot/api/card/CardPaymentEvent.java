package dev.earshot.api.card;

import dev.earshot.api.call.CallFact;
import dev.earshot.api.call.Parties;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.CardId;
import dev.earshot.api.id.CardPaymentId;
import dev.earshot.api.money.Money;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** What has happened to one authorization of a card for a call. */
public sealed interface CardPaymentEvent extends CallFact {
    CardPaymentId cardPaymentId();

    Parties parties();

    Instant at();

    /**
     * @param atLeast what will do if the funds do not suffice
     * @param attempt 1 for what was wanted, 2 for the least that will do
     */
    @Revision("1")
    record AuthorizationRequested(
            CardPaymentId cardPaymentId,
            CallId callId,
            Parties parties,
            CardId cardId,
            String payee,
            Money amount,
            Money atLeast,
            int attempt,
            Instant at)
            implements CardPaymentEvent {}

    @Revision("1")
    record CardAuthorized(
            CardPaymentId cardPaymentId,
            CallId callId,
            Parties parties,
            Money amount,
            String reference,
            Instant captureBefore,
            Instant at)
            implements CardPaymentEvent {}

    @Revision("1")
    record CardDeclined(CardPaymentId cardPaymentId, CallId callId, Parties parties, CardDecline reason, Instant at)
            implements CardPaymentEvent {}

    /** It is no longer wanted; should it be authorized after all, it is voided. */
    @Revision("1")
    record CardAbandoned(CardPaymentId cardPaymentId, CallId callId, Parties parties, Instant at)
            implements CardPaymentEvent {}

    /** Nobody knows what the last request came to until the provider was asked. */
    @Revision("1")
    record CardUnknown(CardPaymentId cardPaymentId, CallId callId, Parties parties, Instant at)
            implements CardPaymentEvent {}

    /** @param notBefore when the provider is to be asked; later than {@code at} after a failure */
    @Revision("1")
    record CaptureRequested(
            CardPaymentId cardPaymentId,
            CallId callId,
            Parties parties,
            String reference,
            Money amount,
            Money fee,
            int attempt,
            Instant notBefore,
            Instant at)
            implements CardPaymentEvent {}

    /** The card has paid: the payee has {@code amount} without {@code fee}, the platform has the fee. */
    @Revision("1")
    record CardCaptured(
            CardPaymentId cardPaymentId,
            CallId callId,
            Parties parties,
            String payee,
            Money amount,
            Money fee,
            Instant at)
            implements CardPaymentEvent {}

    /** So little that no provider takes it: the platform bears it. */
    @Revision("1")
    record ChargeWaived(CardPaymentId cardPaymentId, CallId callId, Parties parties, Money amount, Instant at)
            implements CardPaymentEvent {}

    @Revision("1")
    record VoidRequested(CardPaymentId cardPaymentId, CallId callId, Parties parties, String reference, Instant at)
            implements CardPaymentEvent {}

    @Revision("1")
    record CardVoided(CardPaymentId cardPaymentId, CallId callId, Parties parties, Instant at)
            implements CardPaymentEvent {}

    @Revision("1")
    record CardExpired(CardPaymentId cardPaymentId, CallId callId, Parties parties, Instant at)
            implements CardPaymentEvent {}

    /** The call was talked and the card could not be charged: the member owes it, the listener is paid all the same. */
    @Revision("1")
    record CardReceivableRaised(CardPaymentId cardPaymentId, CallId callId, Parties parties, Money amount, Instant at)
            implements CardPaymentEvent {}
}
