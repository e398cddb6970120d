package dev.earshot.adapter.payments.sandbox.hook;

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
import dev.earshot.api.topup.TopUpDecline;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The words of the network's hooks: what is written in them, and what is read. */
final class SandboxWords {
    private static final JsonMapper JSON = JsonMapper.shared();

    private SandboxWords() {}

    /** What a hook tells; empty for a word we do not know. Fails on what is missing. */
    static Optional<PaymentEvent> read(JsonNode hook) {
        var about = new About(
                hook.path("payment").asString(),
                hook.path("subject").asString(""),
                hook.path("customer").asString(""),
                hook.path("product").asString(""),
                Instant.parse(hook.path("at").asString()),
                hook.path("email").asString(""));
        return Optional.ofNullable(
                switch (hook.path("type").asString("")) {
                    case "payment.paid" -> new Paid(about, amount(hook));
                    case "payment.declined" ->
                        new Declined(
                                about, TopUpDecline.valueOf(hook.path("reason").asString()));
                    case "payment.refunded" -> new Refunded(about, amount(hook));
                    case "refund.failed" ->
                        new RefundFailed(
                                about,
                                hook.path("refund").asString(),
                                hook.path("ours").asString(""),
                                amount(hook));
                    case "dispute.opened" -> new Disputed(about, dispute(hook), amount(hook));
                    case "dispute.won" -> new DisputeWon(about, dispute(hook), amount(hook));
                    case "dispute.lost" -> new DisputeLost(about, dispute(hook), amount(hook));
                    case "subscription.started" -> new SubscriptionStarted(about, amount(hook), until(hook));
                    case "subscription.renewed" -> new SubscriptionRenewed(about, amount(hook), until(hook));
                    case "subscription.cancelled" -> new SubscriptionCancelled(about, until(hook));
                    case "subscription.expired" -> new SubscriptionExpired(about);
                    default -> null;
                });
    }

    /** The body of the hook that tells this. */
    static String written(String eventId, PaymentEvent event) {
        ObjectNode hook = JSON.createObjectNode().put("id", eventId);
        if (event instanceof Paid paid) {
            amount(type(hook, "payment.paid"), paid.amount());
        } else if (event instanceof Declined declined) {
            type(hook, "payment.declined").put("reason", declined.reason().name());
        } else if (event instanceof Refunded refunded) {
            amount(type(hook, "payment.refunded"), refunded.inAll());
        } else if (event instanceof RefundFailed failed) {
            var words = type(hook, "refund.failed").put("refund", failed.refund());
            amount(words.put("ours", failed.ours()), failed.amount());
        } else if (event instanceof Disputed disputed) {
            amount(type(hook, "dispute.opened").put("dispute", disputed.dispute()), disputed.amount());
        } else if (event instanceof DisputeWon won) {
            amount(type(hook, "dispute.won").put("dispute", won.dispute()), won.amount());
        } else if (event instanceof DisputeLost lost) {
            amount(type(hook, "dispute.lost").put("dispute", lost.dispute()), lost.amount());
        } else if (event instanceof SubscriptionStarted started) {
            until(amount(type(hook, "subscription.started"), started.amount()), started.until());
        } else if (event instanceof SubscriptionRenewed renewed) {
            until(amount(type(hook, "subscription.renewed"), renewed.amount()), renewed.until());
        } else if (event instanceof SubscriptionCancelled cancelled) {
            until(type(hook, "subscription.cancelled"), cancelled.until());
        } else if (event instanceof SubscriptionExpired) {
            type(hook, "subscription.expired");
        } else {
            throw new IllegalArgumentException("the network has no word for " + event);
        }
        return about(hook, event.about()).toString();
    }

    private static ObjectNode type(ObjectNode hook, String type) {
        return hook.put("type", type);
    }

    private static ObjectNode amount(ObjectNode hook, Money amount) {
        hook.putObject("amount")
                .put("minor", amount.minor())
                .put("currency", amount.currency().getCurrencyCode());
        return hook;
    }

    private static void until(ObjectNode hook, Instant until) {
        hook.put("until", until.toString());
    }

    /** What is not known is not written. */
    private static ObjectNode about(ObjectNode hook, About about) {
        hook.put("payment", about.payment()).put("at", about.at().toString());
        if (!about.subject().isEmpty()) {
            hook.put("subject", about.subject());
        }
        if (!about.customer().isEmpty()) {
            hook.put("customer", about.customer());
        }
        if (!about.email().isEmpty()) {
            hook.put("email", about.email());
        }
        if (!about.product().isEmpty()) {
            hook.put("product", about.product());
        }
        return hook;
    }

    /** The name of the dispute; whoever plays the network with one dispute only need not name it. */
    private static String dispute(JsonNode hook) {
        return hook.path("dispute").asString(hook.path("payment").asString());
    }

    private static Money amount(JsonNode hook) {
        JsonNode amount = hook.path("amount");
        return Money.of(
                amount.path("minor").longValue(), amount.path("currency").asString());
    }

    private static Instant until(JsonNode hook) {
        return Instant.parse(hook.path("until").asString());
    }
}
