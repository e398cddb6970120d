package dev.earshot.adapter.payments.stripe;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.notContaining;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.earshot.adapter.refund.OpenRefund;
import dev.earshot.adapter.refund.RefundReply;
import dev.earshot.adapter.refund.RefundReply.Given;
import dev.earshot.adapter.refund.RefundReply.NotGiven;
import dev.earshot.adapter.refund.RefundReply.Unknown;
import dev.earshot.api.card.RefundBearer;
import dev.earshot.api.id.RefundId;
import dev.earshot.api.money.Money;
import dev.earshot.api.topup.RefundFailure;
import dev.earshot.api.topup.RefundReason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeRefundsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");

    @RegisterExtension
    static WireMockExtension stripe =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    @ParameterizedTest
    @ValueSource(strings = {"succeeded", "pending", "requires_action"})
    void a_refund_is_asked_for_under_our_name_and_on_its_way_once_it_is_made(String status) {
        answers(okJson(refund(status)));

        assertThat(ask(NOW)).isEqualTo(new Given("re_1"));

        stripe.verify(postRequestedFor(urlEqualTo("/v1/refunds"))
                .withHeader("Idempotency-Key", equalTo("refund:rfd_1"))
                .withFormParam("payment_intent", equalTo("pi_1"))
                .withFormParam("amount", equalTo("500"))
                .withFormParam("reason", equalTo("duplicate"))
                .withFormParam("metadata[refundId]", equalTo("rfd_1"))
                .withFormParam("metadata[topUpId]", equalTo("top_1")));
    }

    /** Without the flags Stripe takes all of it from the platform; with the first alone the listener would pay our fee. */
    @Test
    void a_refund_that_the_listener_bears_fetches_their_share_and_gives_them_the_fee_back() {
        answers(okJson(refund("succeeded")));

        assertThat(ask(NOW, "cpay_1n001", RefundBearer.LISTENER)).isEqualTo(new Given("re_1"));

        stripe.verify(postRequestedFor(urlEqualTo("/v1/refunds"))
                .withHeader("Idempotency-Key", equalTo("refund:rfd_1"))
                .withFormParam("payment_intent", equalTo("pi_1"))
                .withFormParam("amount", equalTo("500"))
                .withFormParam("reverse_transfer", equalTo("true"))
                .withFormParam("refund_application_fee", equalTo("true"))
                .withFormParam("metadata[topUpId]", equalTo("cpay_1n001")));
    }

    @Test
    void a_refund_that_the_platform_bears_leaves_the_listeners_account_alone() {
        answers(okJson(refund("succeeded")));

        ask(NOW, "cpay_1n001", RefundBearer.PLATFORM);

        stripe.verify(postRequestedFor(urlEqualTo("/v1/refunds")).withRequestBody(notContaining("reverse_transfer")));
        stripe.verify(
                postRequestedFor(urlEqualTo("/v1/refunds")).withRequestBody(notContaining("refund_application_fee")));
    }

    @ParameterizedTest
    @CsvSource({
        "400, charge_already_refunded, NOTHING_LEFT",
        "404, resource_missing, NOTHING_LEFT",
        "400, refund_disputed_payment, DISPUTED",
        "400, parameter_invalid_integer, REFUSED"
    })
    void a_clear_no_gives_nothing(int status, String code, RefundFailure why) {
        answers(error(status, "invalid_request_error", code));

        assertThat(ask(NOW)).isEqualTo(new NotGiven(why));
    }

    @Test
    void a_refund_that_failed_at_once_is_not_given() {
        answers(okJson(refund("failed")));

        assertThat(ask(NOW)).isEqualTo(new NotGiven(RefundFailure.RETURNED));
    }

    @ParameterizedTest
    @CsvSource({
        "401, invalid_request_error, x",
        "409, invalid_request_error, idempotency_key_in_use",
        "400, idempotency_error, x",
        "429, invalid_request_error, lock_timeout",
        "500, api_error, x"
    })
    void whatever_else_goes_wrong_leaves_it_open(int status, String type, String code) {
        answers(error(status, type, code));

        assertThat(ask(NOW)).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void a_broken_connection_leaves_it_open(Fault fault) {
        answers(aResponse().withFault(fault));

        assertThat(ask(NOW)).isInstanceOf(Unknown.class);
    }

    @Test
    void an_answer_that_takes_too_long_or_is_empty_leaves_it_open() {
        answers(okJson(refund("succeeded")).withFixedDelay(2_000));
        assertThat(ask(NOW)).isInstanceOf(Unknown.class);
        answers(aResponse().withStatus(200));
        assertThat(ask(NOW)).isInstanceOf(Unknown.class);
    }

    @Test
    void once_the_key_may_be_forgotten_a_refund_that_was_made_is_found_and_not_made_again() {
        stripe.stubFor(get(urlPathEqualTo("/v1/refunds")).willReturn(okJson("""
                {"object": "list", "data": [{"id": "re_0", "object": "refund", "status": "succeeded", "metadata": {}},
                %s]}""".formatted(refund("succeeded")))));

        assertThat(ask(NOW.minus(Duration.ofDays(2)))).isEqualTo(new Given("re_1"));

        stripe.verify(0, postRequestedFor(urlEqualTo("/v1/refunds")));
    }

    private static RefundReply ask(Instant askedAt) {
        return ask(askedAt, "top_1", RefundBearer.PLATFORM);
    }

    private static RefundReply ask(Instant askedAt, String subject, RefundBearer bearer) {
        var settings = new StripeSettings(
                "sk_test_1",
                "pk_test_1",
                List.of("whsec_1"),
                stripe.baseUrl(),
                Duration.ofMillis(500),
                Duration.ofMillis(500),
                Duration.ofHours(20),
                Duration.ofMinutes(1),
                Duration.ofMinutes(5));
        var refunds = new StripeRefunds(new StripeGateway(settings), settings, Clock.fixed(NOW, ZoneOffset.UTC));
        return refunds.ask(new OpenRefund(
                new RefundId("rfd_1"),
                subject,
                "pi_1",
                "card",
                Money.of(500, "USD"),
                RefundReason.DUPLICATE,
                bearer,
                askedAt,
                1));
    }

    private static void answers(ResponseDefinitionBuilder answer) {
        stripe.stubFor(post(urlEqualTo("/v1/refunds")).willReturn(answer));
    }

    private static ResponseDefinitionBuilder error(int status, String type, String code) {
        return okJson("""
                {"error": {"type": "%s", "code": "%s", "message": "no"}}""".formatted(type, code)).withStatus(status);
    }

    private static String refund(String status) {
        return """
                {"id": "re_1", "object": "refund", "status": "%s", "amount": 500, "currency": "usd",
                 "metadata": {"refundId": "rfd_1"}}""".formatted(status);
    }
}
