package dev.earshot.adapter.payments.razorpay;

import dev.earshot.adapter.payments.OpenTopUp;
import dev.earshot.adapter.payments.PaymentEvent;
import dev.earshot.adapter.payments.PaymentEvent.About;
import dev.earshot.adapter.payments.PaymentEvent.Declined;
import dev.earshot.adapter.payments.PaymentEvent.DisputeLost;
import dev.earshot.adapter.payments.PaymentEvent.DisputeWon;
import dev.earshot.adapter.payments.PaymentEvent.Disputed;
import dev.earshot.adapter.payments.PaymentEvent.Paid;
import dev.earshot.adapter.payments.PaymentEvent.RefundFailed;
import dev.earshot.adapter.payments.PaymentEvent.Refunded;
import dev.earshot.adapter.payments.TopUpReply;
import dev.earshot.adapter.payments.TopUpReply.Settled;
import dev.earshot.adapter.payments.TopUpReply.Unknown;
import dev.earshot.adapter.payments.TopUpReply.Waiting;
import dev.earshot.adapter.refund.RefundReply;
import dev.earshot.api.money.Money;
import dev.earshot.api.topup.RefundFailure;
import dev.earshot.api.topup.TopUpDecline;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** From Razorpay's words to ours. */
final class RazorpayMapping {
    private RazorpayMapping() {}

    static TopUpReply waiting(OpenTopUp topUp, String order, String keyId, Instant askAgainAt) {
        return new Waiting(
                order,
                Map.of(
                        "provider",
                        "razorpay",
                        "keyId",
                        keyId,
                        "orderId",
                        order,
                        "amount",
                        Long.toString(topUp.amount().minor()),
                        "currency",
                        topUp.amount().currency().getCurrencyCode()),
                askAgainAt);
    }

    static TopUpReply refused(OpenTopUp topUp, Instant now) {
        var about = new About(topUp.id().value(), topUp.id().value(), "", "", now);
        return new Settled(new Declined(about, TopUpDecline.PAYMENT_REFUSED));
    }

    static TopUpReply unknown(Answer answer) {
        return new Unknown(answer.reason(), answer.retryAfter());
    }

    static TopUpReply unknown(String why) {
        return new Unknown(why, Duration.ZERO);
    }

    static Paid paid(OpenTopUp topUp, JsonNode payment, Instant now) {
        return new Paid(new About(payment.path("id").asString(), topUp.id().value(), "", "", now), money(payment));
    }

    static Money money(JsonNode entity) {
        return money(entity, "amount");
    }

    /**
     * What a hook tells; empty for what concerns nobody here. Fails on what is missing.
     *
     * @param subjectOf our name for what is paid, by Razorpay's name for the order
     */
    static Optional<PaymentEvent> event(JsonNode hook, UnaryOperator<String> subjectOf) {
        JsonNode payload = hook.path("payload");
        JsonNode payment = payload.path("payment").path("entity");
        JsonNode dispute = payload.path("dispute").path("entity");
        Instant at = Instant.ofEpochSecond(hook.path("created_at").longValue());
        return Optional.ofNullable(
                switch (hook.path("event").asString("")) {
                    case "payment.captured", "order.paid" ->
                        new Paid(about(payment, subjectOf, at), money(payment, "amount"));
                    case "payment.failed" -> new Declined(about(payment, subjectOf, at), reason(payment));
                    case "refund.processed" ->
                        new Refunded(about(payment, subjectOf, at), money(payment, "amount_refunded"));
                    case "refund.failed" -> failed(payload.path("refund").path("entity"), at);
                    case "payment.dispute.created" -> new Disputed(about(dispute, at), id(dispute), money(dispute));
                    case "payment.dispute.won" -> new DisputeWon(about(dispute, at), id(dispute), money(dispute));
                    case "payment.dispute.lost" -> new DisputeLost(about(dispute, at), id(dispute), money(dispute));
                    default -> null;
                });
    }

    private static PaymentEvent failed(JsonNode refund, Instant at) {
        var about = new About(
                refund.path("payment_id").asString(),
                refund.path("notes").path(RazorpayGateway.SUBJECT).asString(""),
                "",
                "",
                at);
        String ours = refund.path("notes").path(RazorpayGateway.REFUND).asString("");
        return new RefundFailed(about, id(refund), ours, money(refund));
    }

    /** What became of a refund. One that waits is on its way: should it not arrive, a hook tells. */
    static RefundReply refund(Answer answer) {
        if (answer.isGood() && !id(answer.body()).isEmpty()) {
            return answer.body().path("status").asString("").equals("failed")
                    ? new RefundReply.NotGiven(RefundFailure.RETURNED)
                    : new RefundReply.Given(id(answer.body()));
        }
        String why = answer.body().path("error").path("description").asString("");
        if (!answer.isRefusal()) {
            return new RefundReply.Unknown(answer.status() + " " + why, answer.retryAfter());
        }
        return new RefundReply.NotGiven(
                why.contains("fully refunded") ? RefundFailure.NOTHING_LEFT : RefundFailure.REFUSED);
    }

    private static String id(JsonNode entity) {
        return entity.path("id").asString("");
    }

    private static TopUpDecline reason(JsonNode payment) {
        return payment.path("error_reason").asString("").startsWith("insufficient_fund")
                ? TopUpDecline.INSUFFICIENT_FUNDS
                : TopUpDecline.CARD_DECLINED;
    }

    private static About about(JsonNode payment, UnaryOperator<String> subjectOf, Instant at) {
        String order = payment.path("order_id").asString("");
        return new About(
                payment.path("id").asString(),
                order.isEmpty() ? "" : subjectOf.apply(order),
                payment.path("customer_id").asString(""),
                "",
                at);
    }

    private static About about(JsonNode dispute, Instant at) {
        return new About(dispute.path("payment_id").asString(), "", "", "", at);
    }

    private static Money money(JsonNode entity, String amount) {
        return Money.of(entity.path(amount).longValue(), entity.path("currency").asString());
    }
}
