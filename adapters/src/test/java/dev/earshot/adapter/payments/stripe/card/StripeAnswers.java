package dev.earshot.adapter.payments.stripe.card;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.stripe.StripeClient;
import dev.earshot.adapter.TestDatabase;
import dev.earshot.adapter.payments.stripe.StripeSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Stripe's answers about cards, in the shapes it gives them, and our side that asks for them. */
final class StripeAnswers {
    static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");
    static final Instant CAPTURE_BEFORE = NOW.plus(Duration.ofHours(114));

    private StripeAnswers() {}

    static StripeCards cards(String apiBase) {
        var client = StripeClient.builder()
                .setApiKey("sk_test_1")
                .setApiBase(apiBase)
                .setConnectTimeout(1_000)
                .setReadTimeout(1_000)
                .setMaxNetworkRetries(0)
                .build();
        var access = new StripeSettings(
                "sk_test_1",
                "pk_test_1",
                List.of("whsec_1"),
                apiBase,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofMinutes(5),
                Duration.ofMinutes(1),
                Duration.ofHours(23));
        var settings = new StripeCardSettings(
                Duration.ofHours(1),
                Duration.ofMinutes(1),
                Duration.ofMinutes(2),
                Duration.ofSeconds(5),
                Duration.ofHours(114));
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        var gateway = new CardGateway(client);
        var customers = new StripeCustomers(TestDatabase.jdbc(), gateway);
        return new StripeCards(
                new CardSaving(gateway, customers, access, settings, clock),
                new CardHolding(gateway, access, settings, clock),
                new CardTaking(gateway));
    }

    static String intent(String id, String status) {
        return intent(id, status, "null");
    }

    static String intent(String id, String status, String lastError) {
        return """
                {"id": "%s", "object": "payment_intent", "status": "%s", "amount": 300, "amount_capturable": 300,
                 "amount_received": %s, "currency": "usd", "client_secret": "%s_secret_x", "last_payment_error": %s,
                 "metadata": {"cardPaymentId": "cpay_onen001", "callId": "call_one", "attempt": "1"},
                 "latest_charge": {"id": "ch_1", "object": "charge", "payment_method_details":
                    {"type": "card", "card": {"brand": "visa", "capture_before": %d}}}}""".formatted(
                id, status, status.equals("succeeded") ? "120" : "0", id, lastError, CAPTURE_BEFORE.getEpochSecond());
    }

    static String lastError(String code, String declineCode) {
        return "{\"type\": \"card_error\", \"code\": \"%s\", \"decline_code\": \"%s\"}".formatted(code, declineCode);
    }

    /** Stripe says no, and shows the intent that it has made of the request. */
    static ResponseDefinitionBuilder declined(String intent, String code, String declineCode, String advice) {
        return json(402, """
                {"error": {"type": "card_error", "code": "%s", "decline_code": "%s", "advice_code": "%s",
                  "message": "no", "payment_intent": %s}}""".formatted(
                code, declineCode, advice, intent(intent, "requires_payment_method", lastError(code, declineCode))));
    }

    static ResponseDefinitionBuilder error(int status, String type, String code) {
        return json(
                status, "{\"error\": {\"type\": \"%s\", \"code\": \"%s\", \"message\": \"no\"}}".formatted(type, code));
    }

    static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }
}
