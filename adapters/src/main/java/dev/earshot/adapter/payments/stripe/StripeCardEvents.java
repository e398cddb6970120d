package dev.earshot.adapter.payments.stripe;

import dev.earshot.adapter.payments.PaymentEvent;
import dev.earshot.adapter.payments.PaymentEvent.About;
import dev.earshot.adapter.payments.PaymentEvent.CardChanged;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What Stripe tells of saved cards and of calls' payments by them, which bear our own names in its metadata. None of it is
 * believed: it makes us ask.
 */
public final class StripeCardEvents {
    /** The key of our own name for one authorization of a call, in the metadata of its payment intent and its charge. */
    public static final String PAYMENT = "cardPaymentId";

    /** The key of our own name for a card, in the metadata of its setup intent. */
    public static final String CARD = "cardId";

    private static final Set<String> OF_PAYMENTS = Set.of(
            "payment_intent.amount_capturable_updated",
            "payment_intent.succeeded",
            "payment_intent.payment_failed",
            "payment_intent.requires_action",
            "charge.captured");
    private static final Set<String> OF_THE_END = Set.of("payment_intent.canceled", "charge.expired");

    private StripeCardEvents() {}

    /** Empty for whatever is about neither a saved card nor a call's payment by one. */
    static Optional<PaymentEvent> read(String type, JsonNode object, Instant at) {
        if (type.startsWith("setup_intent.")) {
            return named(CARD, object, at, false);
        }
        if (type.equals("payment_method.detached")) {
            return Optional.of(new CardChanged(about(object, "", at), false));
        }
        boolean mayHaveLapsed = OF_THE_END.contains(type);
        return mayHaveLapsed || OF_PAYMENTS.contains(type)
                ? named(PAYMENT, object, at, mayHaveLapsed)
                : Optional.empty();
    }

    private static Optional<PaymentEvent> named(String key, JsonNode object, Instant at, boolean mayHaveLapsed) {
        String subject = object.path("metadata").path(key).asString("");
        return subject.isEmpty()
                ? Optional.empty()
                : Optional.of(new CardChanged(about(object, subject, at), mayHaveLapsed));
    }

    private static About about(JsonNode object, String subject, Instant at) {
        return new About(object.path("id").asString(), subject, "", "", at);
    }
}
