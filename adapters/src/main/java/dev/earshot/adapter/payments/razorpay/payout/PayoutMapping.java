package dev.earshot.adapter.payments.razorpay.payout;

import dev.earshot.adapter.payments.PaymentEvent;
import dev.earshot.adapter.payments.PaymentEvent.About;
import dev.earshot.adapter.payments.PaymentEvent.PayeeChanged;
import dev.earshot.adapter.payments.PaymentEvent.PayoutChanged;
import dev.earshot.adapter.payments.razorpay.Answer;
import dev.earshot.adapter.payout.PayoutReply;
import dev.earshot.adapter.payout.PayoutReply.Failed;
import dev.earshot.adapter.payout.PayoutReply.Paid;
import dev.earshot.adapter.payout.PayoutReply.Unknown;
import dev.earshot.adapter.payout.PayoutReply.Waiting;
import dev.earshot.api.payout.PayoutFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** From RazorpayX's words to ours. */
final class PayoutMapping {
    /** What is in a reason for a failure, and what it means. */
    private static final Map<PayoutFailure, String> REASONS = Map.of(
            PayoutFailure.ACCOUNT_CLOSED, "closed|dormant",
            PayoutFailure.PROVIDER_SHORT_OF_FUNDS, "insufficient|low_balance|not enough balance",
            PayoutFailure.PAYOUTS_NOT_ALLOWED, "frozen|blocked|not_allowed|not allowed",
            PayoutFailure.AMOUNT_REFUSED, "amount|limit",
            PayoutFailure.ACCOUNT_UNKNOWN,
                    "invalid_beneficiary|invalid_ifsc|beneficiary_account|not_exist|does not exist");

    private PayoutMapping() {}

    static PayoutReply reply(JsonNode payout, Instant now, RazorpayPayoutSettings settings) {
        String name = payout.path("id").asString("");
        if (name.isEmpty()) {
            return new Unknown("a payout without a name", Duration.ZERO);
        }
        return switch (payout.path("status").asString("")) {
            case "processed" -> new Paid(name, lookAgainAt(payout, now, settings));
            case "pending", "queued", "scheduled", "processing" -> new Waiting(name, now.plus(settings.askAfter()));
            case "reversed", "cancelled", "rejected", "failed" ->
                new Failed(failure(payout.path("status_details").path("reason").asString("")));
            default -> new Unknown("a payout that is " + payout.path("status").asString(""), Duration.ZERO);
        };
    }

    static PayoutReply unknown(Answer answer) {
        return new Unknown(answer.reason(), answer.retryAfter());
    }

    /** The same key with another body: a bug of ours, and no answer to whether money has moved. */
    static boolean isOurFault(Answer answer) {
        return answer.body()
                .path("error")
                .path("description")
                .asString("")
                .toLowerCase(Locale.ROOT)
                .contains("idempotency");
    }

    static PayoutFailure refusal(Answer answer) {
        return failure(answer.body().path("error").path("description").asString(""));
    }

    private static PayoutFailure failure(String reason) {
        String small = reason.toLowerCase(Locale.ROOT);
        return Stream.of(
                        PayoutFailure.PROVIDER_SHORT_OF_FUNDS,
                        PayoutFailure.ACCOUNT_CLOSED,
                        PayoutFailure.PAYOUTS_NOT_ALLOWED,
                        PayoutFailure.ACCOUNT_UNKNOWN,
                        PayoutFailure.AMOUNT_REFUSED)
                .filter(failure -> Stream.of(REASONS.get(failure).split("\\|")).anyMatch(small::contains))
                .findFirst()
                .orElse(PayoutFailure.DECLINED);
    }

    private static Optional<Instant> lookAgainAt(JsonNode payout, Instant now, RazorpayPayoutSettings settings) {
        Instant made = Instant.ofEpochSecond(payout.path("created_at").longValue());
        return made.plus(settings.mayReturn()).isAfter(now)
                ? Optional.of(now.plus(settings.lookAgain()))
                : Optional.empty();
    }

    /** What a hook tells; empty for what concerns nobody here. */
    static Optional<PaymentEvent> event(JsonNode hook) {
        Instant at = Instant.ofEpochSecond(hook.path("created_at").longValue());
        String type = hook.path("event").asString("");
        JsonNode payout = hook.path("payload").path("payout").path("entity");
        if (type.startsWith("payout.") && payout.isObject()) {
            String account = payout.path("fund_account_id").asString("");
            String subject = payout.path("notes").path(PayoutGateway.SUBJECT).asString("");
            return Optional.of(new PayoutChanged(new About(payout.path("id").asString(), subject, account, "", at)));
        }
        JsonNode validation =
                hook.path("payload").path("fund_account.validation").path("entity");
        String account = validation.path("fund_account").path("id").asString("");
        return account.isEmpty() ? Optional.empty() : Optional.of(new PayeeChanged(new About(account, "", "", "", at)));
    }
}
