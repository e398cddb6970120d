package dev.earshot.adapter.payments.sandbox;

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
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.money.Money;
import dev.earshot.api.topup.TopUpCommand;
import dev.earshot.api.topup.TopUpCommand.ConfirmTopUp;
import dev.earshot.api.topup.TopUpCommand.DeclineTopUp;
import dev.earshot.api.topup.TopUpDecline;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** From the network's words to ours. */
final class SandboxMapping {
    private SandboxMapping() {}

    /** The command a reply asks for; none while nothing is known. */
    static Optional<TopUpCommand> command(TopUpId topUp, Reply reply, Instant at) {
        return switch (reply.verdict()) {
            case APPROVED -> Optional.of(new ConfirmTopUp(topUp, reply.reference(), at));
            case INSUFFICIENT_FUNDS -> decline(topUp, TopUpDecline.INSUFFICIENT_FUNDS, at);
            case DO_NOT_HONOR -> decline(topUp, TopUpDecline.CARD_DECLINED, at);
            case NO_SUCH_METHOD -> decline(topUp, TopUpDecline.METHOD_UNKNOWN, at);
            case PENDING, NOTHING_HEARD -> Optional.empty();
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

    private static Optional<TopUpCommand> decline(TopUpId topUp, TopUpDecline reason, Instant at) {
        return Optional.of(new DeclineTopUp(topUp, reason, at));
    }
}
