package dev.earshot.adapter.payments.sandbox;

import dev.earshot.adapter.payments.OpenTopUp;
import dev.earshot.adapter.payments.PaymentEvent;
import dev.earshot.adapter.payments.PaymentEvent.About;
import dev.earshot.adapter.payments.PaymentEvent.Declined;
import dev.earshot.adapter.payments.PaymentEvent.DisputeLost;
import dev.earshot.adapter.payments.PaymentEvent.DisputeWon;
import dev.earshot.adapter.payments.PaymentEvent.Disputed;
import dev.earshot.adapter.payments.PaymentEvent.Paid;
import dev.earshot.adapter.payments.PaymentEvent.Refunded;
import dev.earshot.adapter.payments.PaymentEvent.SubscriptionCancelled;
import dev.earshot.adapter.payments.PaymentEvent.SubscriptionExpired;
import dev.earshot.adapter.payments.PaymentEvent.SubscriptionRenewed;
import dev.earshot.adapter.payments.PaymentEvent.SubscriptionStarted;
import dev.earshot.adapter.payments.TopUpReply;
import dev.earshot.adapter.payments.TopUpReply.Settled;
import dev.earshot.adapter.payments.TopUpReply.Waiting;
import dev.earshot.api.money.Money;
import dev.earshot.api.topup.TopUpDecline;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** From the network's words to ours. */
final class SandboxMapping {
    private SandboxMapping() {}

    /** What the network's reply to a question means; where it decides or says nothing, it is asked again at this time. */
    static TopUpReply reply(OpenTopUp topUp, Reply reply, Instant now, Instant askAgainAt) {
        return switch (reply.verdict()) {
            case APPROVED -> new Settled(new Paid(about(topUp, reply, now), topUp.amount()));
            case INSUFFICIENT_FUNDS -> decline(topUp, reply, TopUpDecline.INSUFFICIENT_FUNDS, now);
            case DO_NOT_HONOR -> decline(topUp, reply, TopUpDecline.CARD_DECLINED, now);
            case NO_SUCH_METHOD -> decline(topUp, reply, TopUpDecline.METHOD_UNKNOWN, now);
            case PENDING -> new Waiting(reply.reference(), Map.of(), reply.decidedAt());
            case NOTHING_HEARD -> new Waiting(reply.reference(), Map.of(), askAgainAt);
        };
    }

    /** What a hook tells; empty for a word we do not know. Fails on what is missing. */
    static Optional<PaymentEvent> event(JsonNode hook) {
        var about = new About(
                hook.path("payment").asString(),
                hook.path("subject").asString(""),
                hook.path("customer").asString(""),
                hook.path("product").asString(""),
                Instant.parse(hook.path("at").asString()));
        return Optional.ofNullable(
                switch (hook.path("type").asString("")) {
                    case "payment.paid" -> new Paid(about, amount(hook));
                    case "payment.declined" ->
                        new Declined(
                                about, TopUpDecline.valueOf(hook.path("reason").asString()));
                    case "payment.refunded" -> new Refunded(about, amount(hook));
                    case "dispute.opened" -> new Disputed(about, amount(hook));
                    case "dispute.won" -> new DisputeWon(about, amount(hook));
                    case "dispute.lost" -> new DisputeLost(about, amount(hook));
                    case "subscription.started" -> new SubscriptionStarted(about, amount(hook), until(hook));
                    case "subscription.renewed" -> new SubscriptionRenewed(about, amount(hook), until(hook));
                    case "subscription.cancelled" -> new SubscriptionCancelled(about, until(hook));
                    case "subscription.expired" -> new SubscriptionExpired(about);
                    default -> null;
                });
    }

    private static Money amount(JsonNode hook) {
        JsonNode amount = hook.path("amount");
        return Money.of(
                amount.path("minor").longValue(), amount.path("currency").asString());
    }

    private static Instant until(JsonNode hook) {
        return Instant.parse(hook.path("until").asString());
    }

    private static TopUpReply decline(OpenTopUp topUp, Reply reply, TopUpDecline reason, Instant now) {
        return new Settled(new Declined(about(topUp, reply, now), reason));
    }

    private static About about(OpenTopUp topUp, Reply reply, Instant now) {
        return new About(reply.reference(), topUp.id().value(), "", "", now);
    }
}
