package dev.earshot.adapter.card;

import dev.earshot.api.id.CallId;
import dev.earshot.api.id.CardId;
import dev.earshot.api.id.CardPaymentId;
import dev.earshot.api.id.CardholderId;
import dev.earshot.api.money.Money;
import java.time.Instant;

/** What a provider is asked about a card. */
public sealed interface CardOperation {
    /** Our own name for the card or the payment that it is about. */
    String subject();

    /** Names this request among all, so that it is carried out once. */
    String name();

    /** Keep this card. */
    record Save(CardholderId cardholderId, CardId cardId, String method) implements CardOperation {
        @Override
        public String subject() {
            return cardId.value();
        }

        @Override
        public String name() {
            return "card:" + cardId + ":save";
        }
    }

    /** Forget this card. */
    record Forget(CardholderId cardholderId, CardId cardId) implements CardOperation {
        @Override
        public String subject() {
            return cardId.value();
        }

        @Override
        public String name() {
            return "card:" + cardId + ":forget";
        }
    }

    /** Hold this amount on the card for the payee. */
    record Authorize(
            CardPaymentId paymentId,
            CallId callId,
            CardholderId cardholderId,
            CardId cardId,
            String payee,
            Money amount,
            int attempt)
            implements CardOperation {
        @Override
        public String subject() {
            return paymentId.value();
        }

        @Override
        public String name() {
            return "call:" + callId + ":hold:" + paymentId.number() + ":" + attempt;
        }
    }

    /** Take this much of what is held. */
    record Capture(CardPaymentId paymentId, CallId callId, String reference, Money amount, Money fee, int attempt)
            implements CardOperation {
        @Override
        public String subject() {
            return paymentId.value();
        }

        @Override
        public String name() {
            return "call:" + callId + ":capture:" + paymentId.number() + ":" + attempt;
        }
    }

    /** Hold nothing any more. */
    record Release(CardPaymentId paymentId, CallId callId, String reference) implements CardOperation {
        @Override
        public String subject() {
            return paymentId.value();
        }

        @Override
        public String name() {
            return "call:" + callId + ":cancel:" + paymentId.number();
        }
    }

    /** Look whether the amount is still held, which it is until then at most. */
    record Watch(CardPaymentId paymentId, CallId callId, String reference, Instant captureBefore)
            implements CardOperation {
        @Override
        public String subject() {
            return paymentId.value();
        }

        @Override
        public String name() {
            return "call:" + callId + ":watch:" + paymentId.number();
        }
    }
}
