package dev.earshot.adapter.payments.stripe;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.earshot.adapter.payments.OpenTopUp;
import dev.earshot.adapter.payments.PaymentEvent.About;
import dev.earshot.adapter.payments.PaymentEvent.Declined;
import dev.earshot.adapter.payments.PaymentEvent.Paid;
import dev.earshot.adapter.payments.TopUpReply.Settled;
import dev.earshot.adapter.payments.TopUpReply.Unknown;
import dev.earshot.adapter.payments.TopUpReply.Waiting;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.money.Money;
import dev.earshot.api.topup.TopUpDecline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StripeTopUpsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");
    private static final TopUpId TOP_UP = new TopUpId("top_1");

    @RegisterExtension
    static WireMockExtension stripe =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    @Test
    void a_card_payment_is_begun_once_and_the_client_gets_what_it_takes_to_confirm_it() {
        answers(okJson(intent("requires_payment_method")));

        var reply = topUps().ask(asked("card", "", NOW));

        assertThat(reply)
                .isEqualTo(new Waiting(
                        "pi_1",
                        Map.of("provider", "stripe", "publishableKey", "pk_test_1", "clientSecret", "pi_1_secret_x"),
                        NOW.plusSeconds(60)));
        stripe.verify(postRequestedFor(urlEqualTo("/v1/payment_intents"))
                .withHeader("Authorization", equalTo("Bearer sk_test_1"))
                .withHeader("Idempotency-Key", equalTo("topup:top_1"))
                .withHeader("Stripe-Version", equalTo("2026-07-29.dahlia"))
                .withFormParam("amount", equalTo("2000"))
                .withFormParam("currency", equalTo("usd"))
                .withFormParam("payment_method_types[0]", equalTo("card"))
                .withFormParam("metadata[topUpId]", equalTo("top_1")));
    }

    @Test
    void a_named_card_is_charged_at_once() {
        answers(okJson(intent("succeeded")));

        var reply = topUps().ask(asked("pm_card_visa", "", NOW));

        assertThat(reply)
                .isEqualTo(new Settled(new Paid(new About("pi_1", "top_1", "", "", NOW), Money.of(2000, "USD"))));
        stripe.verify(postRequestedFor(urlEqualTo("/v1/payment_intents"))
                .withFormParam("payment_method", equalTo("pm_card_visa"))
                .withFormParam("confirm", equalTo("true")));
    }

    @Test
    void a_payment_that_is_known_is_asked_about_and_not_begun_again() {
        stripe.stubFor(get(urlEqualTo("/v1/payment_intents/pi_1")).willReturn(okJson(intent("succeeded"))));

        assertThat(topUps().ask(asked("card", "pi_1", NOW))).isInstanceOf(Settled.class);

        stripe.verify(0, postRequestedFor(urlPathEqualTo("/v1/payment_intents")));
    }

    @Test
    void a_cancelled_payment_is_declined() {
        answers(okJson(intent("canceled")));

        assertThat(declineOf(topUps().ask(asked("card", "", NOW)))).isEqualTo(TopUpDecline.CARD_DECLINED);
    }

    @Test
    void once_the_key_may_be_forgotten_the_payment_is_looked_up_by_our_name_for_it() {
        stripe.stubFor(get(urlPathEqualTo("/v1/payment_intents/search"))
                .willReturn(okJson("{\"object\": \"search_result\", \"data\": [" + intent("succeeded") + "]}")));

        var reply = topUps().ask(asked("pm_card_visa", "", NOW.minus(Duration.ofHours(24))));

        assertThat(reply).isInstanceOf(Settled.class);
        stripe.verify(getRequestedFor(urlPathEqualTo("/v1/payment_intents/search"))
                .withQueryParam("query", equalTo("metadata['topUpId']:'top_1'")));
        stripe.verify(0, postRequestedFor(urlPathEqualTo("/v1/payment_intents")));
    }

    @ParameterizedTest
    @CsvSource({
        "402, card_error, card_declined, insufficient_funds, INSUFFICIENT_FUNDS",
        "402, card_error, card_declined, do_not_honor, CARD_DECLINED",
        "402, card_error, card_declined, stolen_card, CARD_DECLINED",
        "402, card_error, expired_card, '', CARD_EXPIRED",
        "402, card_error, incorrect_cvc, '', CARD_DETAILS_WRONG",
        "402, card_error, processing_error, '', PROVIDER_FAILED",
        "402, card_error, authentication_required, '', AUTHENTICATION_REQUIRED",
        "400, invalid_request_error, resource_missing, '', METHOD_UNKNOWN",
        "400, invalid_request_error, amount_too_small, '', PAYMENT_REFUSED"
    })
    void a_clear_no_declines(int status, String type, String code, String declineCode, TopUpDecline reason) {
        answers(error(status, type, code, declineCode));

        assertThat(declineOf(topUps().ask(asked("pm_card_visa", "", NOW)))).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "400, idempotency_error, ''",
        "401, invalid_request_error, ''",
        "403, invalid_request_error, ''",
        "409, invalid_request_error, idempotency_key_in_use",
        "429, invalid_request_error, rate_limit",
        "500, api_error, ''",
        "503, api_error, ''"
    })
    void whatever_else_goes_wrong_leaves_it_open(int status, String type, String code) {
        answers(error(status, type, code, ""));

        assertThat(topUps().ask(asked("pm_card_visa", "", NOW))).isInstanceOf(Unknown.class);
    }

    @Test
    void stripe_is_left_in_peace_for_as_long_as_it_asks() {
        answers(error(429, "invalid_request_error", "rate_limit", "").withHeader("Retry-After", "7"));

        var reply = (Unknown) topUps().ask(asked("card", "", NOW));

        assertThat(reply.atLeast()).isEqualTo(Duration.ofSeconds(7));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void a_broken_line_leaves_it_open(Fault fault) {
        answers(aResponse().withFault(fault));

        assertThat(topUps().ask(asked("pm_card_visa", "", NOW))).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({"200, ''", "500, ''", "200, <html>", "200, '{\"object\": 7'", "502, <html>"})
    void an_answer_that_cannot_be_read_leaves_it_open(int status, String body) {
        answers(aResponse().withStatus(status).withBody(body));

        assertThat(topUps().ask(asked("pm_card_visa", "", NOW))).isInstanceOf(Unknown.class);
    }

    @Test
    void a_slow_answer_leaves_it_open() {
        answers(okJson(intent("succeeded")).withFixedDelay(1_500));

        assertThat(topUps().ask(asked("pm_card_visa", "", NOW))).isInstanceOf(Unknown.class);
    }

    @Test
    void a_currency_that_stripe_counts_otherwise_is_refused_without_asking() {
        var topUp = new OpenTopUp(TOP_UP, Money.of(2000, "ISK"), "card", NOW, "", 1);

        assertThat(declineOf(topUps().ask(topUp))).isEqualTo(TopUpDecline.PAYMENT_REFUSED);
        stripe.verify(0, postRequestedFor(urlPathEqualTo("/v1/payment_intents")));
    }

    @Test
    void only_cards_are_taken() {
        assertThat(topUps().mayTake("card")).isTrue();
        assertThat(topUps().mayTake("pm_1abc")).isTrue();
        assertThat(topUps().mayTake("test_ok")).isFalse();
        assertThat(topUps().mayTake("pm_1/../x")).isFalse();
    }

    @Test
    void a_missing_secret_stops_the_start_by_name() {
        assertThatThrownBy(() -> new StripeGateway(settings("", "pk_test_1")))
                .hasMessageContaining("payments.stripe.api-key")
                .hasMessageContaining("PAYMENTS_STRIPE_APIKEY");
        assertThatThrownBy(() -> new StripeGateway(settings("sk_test_1", "")))
                .hasMessageContaining("payments.stripe.publishable-key");
    }

    private static TopUpDecline declineOf(Object reply) {
        return ((Declined) ((Settled) reply).event()).reason();
    }

    private static void answers(ResponseDefinitionBuilder answer) {
        stripe.stubFor(post(urlEqualTo("/v1/payment_intents")).willReturn(answer));
    }

    private static ResponseDefinitionBuilder error(int status, String type, String code, String declineCode) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody("""
                        {"error": {"type": "%s", "code": "%s", "decline_code": "%s", "message": "no",
                         "payment_intent": {"id": "pi_1", "object": "payment_intent",
                                            "status": "requires_payment_method"}}}""".formatted(type, code, declineCode));
    }

    private static String intent(String status) {
        return """
                {"id": "pi_1", "object": "payment_intent", "status": "%s", "amount": 2000, "amount_received": 2000,
                 "currency": "usd", "client_secret": "pi_1_secret_x", "metadata": {"topUpId": "top_1"}}""".formatted(status);
    }

    private static OpenTopUp asked(String method, String reference, Instant at) {
        return new OpenTopUp(TOP_UP, Money.of(2000, "USD"), method, at, reference, 1);
    }

    private static StripeTopUps topUps() {
        var settings = settings("sk_test_1", "pk_test_1");
        return new StripeTopUps(new StripeGateway(settings), settings, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static StripeSettings settings(String apiKey, String publishableKey) {
        return new StripeSettings(
                apiKey,
                publishableKey,
                List.of("whsec_1"),
                stripe.baseUrl(),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofMinutes(5),
                Duration.ofMinutes(1),
                Duration.ofHours(23));
    }
}
