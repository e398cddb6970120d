package dev.earshot.adapter.payments.stripe;

import dev.earshot.adapter.payments.PaymentEvent;
import dev.earshot.adapter.payments.PaymentEvent.About;
import dev.earshot.adapter.payments.PaymentEvent.Declined;
import dev.earshot.adapter.payments.PaymentEvent.DisputeLost;
import dev.earshot.adapter.payments.PaymentEvent.DisputeWon;
import dev.earshot.adapter.payments.PaymentEvent.Disputed;
import dev.earshot.adapter.payments.PaymentEvent.Paid;
import dev.earshot.adapter.payments.PaymentEvent.RefundFailed;
import dev.earshot.adapter.payments.PaymentEvent.Refunded;
import dev.earshot.adapter.payments.PaymentEvent.SubscriptionCancelled;
import dev.earshot.adapter.payments.PaymentEvent.SubscriptionExpired;
import dev.earshot.adapter.payments.PaymentEvent.SubscriptionRenewed;
import dev.earshot.adapter.payments.PaymentEvent.SubscriptionStarted;
import dev.earshot.api.money.Money;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * From Stripe's events to ours. Read as plain JSON: Stripe's library refuses the events of an API version other than its
 * own.
 */
final class StripeEvents {
    /** Where the metadata of a checkout session names the product of our catalogue. */
    private static final String PRODUCT = "product";

    private StripeEvents() {}

    /** What an event tells; empty for what concerns nobody here. Fails on what is missing. */
    static Optional<PaymentEvent> read(JsonNode event) {
        JsonNode object = event.path("data").path("object");
        Instant at = Instant.ofEpochSecond(event.path("created").longValue());
        Optional<PaymentEvent> ofCard = StripeCardEvents.read(event.path("type").asString(""), object, at);
        if (ofCard.isPresent()) {
            return ofCard;
        }
        return Optional.ofNullable(
                switch (event.path("type").asString("")) {
                    case "payment_intent.succeeded" ->
                        askedForHere(new Paid(about(object, "id", at), money(object, "amount_received")));
                    case "checkout.session.completed", "checkout.session.async_payment_succeeded" ->
                        checkout(object, at);
                    case "payment_intent.payment_failed", "payment_intent.canceled" -> declined(object, at);
                    case "charge.refunded" ->
                        new Refunded(about(object, "payment_intent", at), money(object, "amount_refunded"));
                    case "refund.failed", "refund.updated", "charge.refund.updated" -> refund(object, at);
                    case "charge.dispute.created",
                            "charge.dispute.updated",
                            "charge.dispute.closed",
                            "charge.dispute.funds_withdrawn",
                            "charge.dispute.funds_reinstated" -> dispute(object, at);
                    case "invoice.paid" -> invoice(object, at);
                    case "customer.subscription.updated" -> changed(object, at);
                    case "customer.subscription.deleted" -> new SubscriptionExpired(subscription(object, at));
                    default -> null;
                });
    }

    /** Of what was sold by a checkout page the session tells, which knows what was bought and by whom. */
    private static PaymentEvent askedForHere(PaymentEvent event) {
        return event.about().subject().isEmpty() ? null : event;
    }

    /** The payment has the name that refunds and disputes of it will have; what was sold is in our own field. */
    private static PaymentEvent checkout(JsonNode session, Instant at) {
        boolean paid = session.path("mode").asString("").equals("payment")
                && session.path("payment_status").asString("").equals("paid");
        if (!paid) {
            return null;
        }
        String reference = session.path("client_reference_id").asString("");
        return new Paid(
                new About(
                        session.path("payment_intent").asString(),
                        session.path("metadata").path(StripeGateway.SUBJECT).asString(""),
                        reference.isEmpty() ? session.path("customer").asString("") : reference,
                        session.path("metadata").path(PRODUCT).asString(""),
                        at,
                        session.path("customer_details").path("email").asString("")),
                money(session, "amount_total"));
    }

    private static PaymentEvent declined(JsonNode intent, Instant at) {
        JsonNode error = intent.path("last_payment_error");
        return new Declined(
                about(intent, "id", at),
                StripeMapping.reason(
                        error.path("code").asString(""),
                        error.path("decline_code").asString("")));
    }

    private static PaymentEvent refund(JsonNode refund, Instant at) {
        return switch (refund.path("status").asString("")) {
            case "failed", "canceled" ->
                new RefundFailed(
                        about(refund, "payment_intent", at),
                        refund.path("id").asString(),
                        refund.path("metadata").path(StripeGateway.REFUND).asString(""),
                        money(refund, "amount"));
            default -> null;
        };
    }

    /** The state tells, whatever the event is called: one may be lost from the beginning, or won after it was lost. */
    private static PaymentEvent dispute(JsonNode dispute, Instant at) {
        About about = about(dispute, "payment_intent", at);
        String name = dispute.path("id").asString();
        return switch (dispute.path("status").asString("")) {
            case "needs_response", "under_review" -> new Disputed(about, name, money(dispute, "amount"));
            case "won", "prevented" -> new DisputeWon(about, name, money(dispute, "amount"));
            case "lost" -> new DisputeLost(about, name, money(dispute, "amount"));
            default -> null; // A warning has taken no money.
        };
    }

    private static PaymentEvent invoice(JsonNode invoice, Instant at) {
        JsonNode line = invoice.path("lines").path("data").path(0);
        JsonNode details = invoice.path("parent").path("subscription_details");
        if (details.isMissingNode() || details.isNull()) {
            return null;
        }
        Instant until = seconds(line.path("period"), "end");
        var about = new About(
                details.path("subscription").asString(),
                "",
                invoice.path("customer").asString(""),
                line.path("pricing").path("price_details").path("product").asString(""),
                at);
        return invoice.path("billing_reason").asString("").equals("subscription_create")
                ? new SubscriptionStarted(about, money(invoice, "amount_paid"), until)
                : new SubscriptionRenewed(about, money(invoice, "amount_paid"), until);
    }

    private static PaymentEvent changed(JsonNode subscription, Instant at) {
        return subscription.path("cancel_at_period_end").asBoolean(false)
                ? new SubscriptionCancelled(
                        subscription(subscription, at), seconds(item(subscription), "current_period_end"))
                : null;
    }

    private static About subscription(JsonNode subscription, Instant at) {
        return new About(
                subscription.path("id").asString(),
                "",
                subscription.path("customer").asString(""),
                item(subscription).path("price").path("product").asString(""),
                at);
    }

    private static JsonNode item(JsonNode subscription) {
        return subscription.path("items").path("data").path(0);
    }

    private static About about(JsonNode object, String payment, Instant at) {
        return new About(
                object.path(payment).asString(),
                object.path("metadata").path(StripeGateway.SUBJECT).asString(""),
                object.path("customer").asString(""),
                "",
                at);
    }

    private static Money money(JsonNode object, String amount) {
        return StripeMapping.money(
                object.path(amount).longValue(), object.path("currency").asString());
    }

    private static Instant seconds(JsonNode object, String field) {
        return Instant.ofEpochSecond(object.path(field).longValue());
    }
}
