package dev.earshot.adapter.payments.razorpay;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.earshot.adapter.hook.Arrival;
import dev.earshot.adapter.hook.HookProvider.Missed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Razorpay's hooks may have told in vain. There is no list of events, so what is listed as it stands now is told as
 * the hook would have told it. Payments need none of this: every order of ours is asked about until it is paid.
 */
@Component
@WhenRazorpay
class RazorpayPull {
    private static final JsonMapper JSON = JsonMapper.shared();
    /** A refund is listed by when it was asked for, and may take days to be processed. */
    private static final Duration LONGEST_REFUND = Duration.ofDays(10);

    private static final Map<String, String> OF_A_DISPUTE = Map.of(
            "open", "payment.dispute.created",
            "under_review", "payment.dispute.created",
            "won", "payment.dispute.won",
            "lost", "payment.dispute.lost");

    private final RazorpayGateway razorpay;
    private final Cache<String, JsonNode> refunded =
            Caffeine.newBuilder().maximumSize(10_000).build();

    RazorpayPull(RazorpayGateway razorpay) {
        this.razorpay = razorpay;
    }

    /** The refunds and disputes since then. Fails if Razorpay does not list them. */
    List<Missed> since(Instant moment) {
        List<Missed> told = new ArrayList<>();
        for (JsonNode refund : items(razorpay.refundsSince(moment.minus(LONGEST_REFUND)))) {
            if (refund.path("status").asString("").equals("processed")) {
                told.add(refund(refund));
            }
        }
        for (JsonNode dispute : items(razorpay.newestDisputes())) {
            dispute(dispute).ifPresent(told::add);
        }
        return told;
    }

    /** How much has gone back in all is only known of the payment. */
    private Missed refund(JsonNode refund) {
        String id = refund.path("id").asString();
        JsonNode payment = refunded.get(
                id, unseen -> body(razorpay.payment(refund.path("payment_id").asString())));
        return missed(id, "refund.processed", refund, Map.of("refund", refund, "payment", payment));
    }

    private static Optional<Missed> dispute(JsonNode dispute) {
        String status = dispute.path("status").asString("");
        return Optional.ofNullable(OF_A_DISPUTE.get(status))
                .map(type ->
                        missed(dispute.path("id").asString() + ":" + type, type, dispute, Map.of("dispute", dispute)));
    }

    private static Missed missed(String id, String type, JsonNode about, Map<String, JsonNode> entities) {
        var hook = JSON.createObjectNode()
                .put("event", type)
                .put("created_at", about.path("created_at").longValue());
        var payload = hook.putObject("payload");
        entities.forEach((name, entity) -> payload.putObject(name).set("entity", entity));
        byte[] body = hook.toString().getBytes(StandardCharsets.UTF_8);
        return new Missed(Arrival.of("pulled:" + id, type, id + type), body);
    }

    private static Iterable<JsonNode> items(Answer answer) {
        return body(answer).path("items");
    }

    private static JsonNode body(Answer answer) {
        if (!answer.isGood()) {
            throw new IllegalStateException("Razorpay does not tell what it has told: " + answer.status());
        }
        return answer.body();
    }
}
