package dev.earshot.adapter.subscriptions.adapty;

import dev.earshot.adapter.payments.PaymentEvent;
import dev.earshot.adapter.payments.PaymentEvent.About;
import dev.earshot.adapter.payments.PaymentEvent.Paid;
import dev.earshot.adapter.payments.PaymentEvent.Refunded;
import dev.earshot.adapter.payments.PaymentEvent.SubscriptionCancelled;
import dev.earshot.adapter.payments.PaymentEvent.SubscriptionExpired;
import dev.earshot.adapter.payments.PaymentEvent.SubscriptionRenewed;
import dev.earshot.adapter.payments.PaymentEvent.SubscriptionStarted;
import dev.earshot.api.money.Money;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Currency;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** From Adapty's words to ours. */
final class AdaptyMapping {
    /** The offset has no colon. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter();

    private static final Currency NOTHING_PAID_IN = Currency.getInstance("USD");

    private AdaptyMapping() {}

    /** What a hook tells; empty for what concerns nobody here. Fails on what is missing. */
    static Optional<PaymentEvent> event(JsonNode event, boolean acceptSandbox) {
        JsonNode properties = event.path("event_properties");
        boolean real = !properties.path("environment").asString("").equals("Sandbox");
        return real || acceptSandbox ? Optional.ofNullable(told(event, properties)) : Optional.empty();
    }

    private static PaymentEvent told(JsonNode event, JsonNode properties) {
        return switch (event.path("event_type").asString("")) {
            case "non_subscription_purchase" -> new Paid(about(event, "transaction_id"), price(properties));
            case "non_subscription_purchase_refunded", "subscription_refunded" ->
                new Refunded(about(event, "transaction_id"), price(properties));
            case "subscription_started", "subscription_initial_purchase", "trial_started" ->
                new SubscriptionStarted(subscription(event), price(properties), until(properties));
            case "subscription_renewed", "trial_converted" ->
                new SubscriptionRenewed(subscription(event), price(properties), until(properties));
            case "subscription_renewal_cancelled", "trial_renewal_cancelled" ->
                new SubscriptionCancelled(subscription(event), until(properties));
            case "subscription_expired", "trial_expired" -> new SubscriptionExpired(subscription(event));
            default -> null;
        };
    }

    /** All periods of a subscription share the transaction it began with. */
    private static About subscription(JsonNode event) {
        return about(event, "original_transaction_id");
    }

    private static About about(JsonNode event, String payment) {
        JsonNode properties = event.path("event_properties");
        return new About(
                properties.path(payment).asString(),
                "",
                text(event, "customer_user_id")
                        .or(() -> text(event, "profile_id"))
                        .orElse(""),
                properties.path("vendor_product_id").asString(""),
                time(event.path("event_datetime")),
                text(event, "email").orElse(""));
    }

    private static Optional<String> text(JsonNode object, String field) {
        return Optional.of(object.path(field).asString("")).filter(text -> !text.isEmpty());
    }

    /** What was paid, to the customer's currency's smallest unit; nothing for a trial. */
    private static Money price(JsonNode properties) {
        JsonNode price = properties.path("price_local");
        if (!price.isNumber()) {
            return Money.zero(NOTHING_PAID_IN);
        }
        var currency = Currency.getInstance(properties.path("currency").asString());
        return new Money(
                price.decimalValue()
                        .movePointRight(currency.getDefaultFractionDigits())
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact(),
                currency);
    }

    private static Instant until(JsonNode properties) {
        return time(properties.path("subscription_expires_at"));
    }

    private static Instant time(JsonNode time) {
        return OffsetDateTime.parse(time.asString(), TIME).toInstant();
    }
}
