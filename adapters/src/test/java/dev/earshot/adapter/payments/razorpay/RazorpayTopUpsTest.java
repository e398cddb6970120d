package dev.earshot.adapter.payments.razorpay;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.BasicCredentials;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.earshot.adapter.payments.OpenTopUp;
import dev.earshot.adapter.payments.PaymentEvent.About;
import dev.earshot.adapter.payments.PaymentEvent.Declined;
import dev.earshot.adapter.payments.PaymentEvent.Paid;
import dev.earshot.adapter.payments.TopUpReply;
import dev.earshot.adapter.payments.TopUpReply.Settled;
import dev.earshot.adapter.payments.TopUpReply.Unknown;
import dev.earshot.adapter.payments.TopUpReply.Waiting;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.money.Money;
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

class RazorpayTopUpsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");
    private static final String ORDER = """
            {"id": "order_1", "entity": "order", "amount": 50000, "currency": "INR", "status": "created"}""";
    private static final String PAYMENT = """
            {"id": "pay_1", "entity": "payment", "amount": 50000, "currency": "INR", "status": "%s", "notes": []}""";

    @RegisterExtension
    static WireMockExtension razorpay =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    @Test
    void an_order_is_made_for_the_client_to_pay() {
        orders(okJson(ORDER));

        var reply = (Waiting) ask("", 1);

        assertThat(reply.reference()).isEqualTo("order_1");
        assertThat(reply.nextStep())
                .containsEntry("provider", "razorpay")
                .containsEntry("keyId", "rzp_test_1")
                .containsEntry("orderId", "order_1")
                .containsEntry("amount", "50000");
        razorpay.verify(postRequestedFor(urlEqualTo("/v1/orders"))
                .withBasicAuth(new BasicCredentials("rzp_test_1", "secret"))
                .withRequestBody(equalToJson("""
                        {"amount": 50000, "currency": "INR", "receipt": "1", "notes": {"topUpId": "top_1"}}""")));
    }

    @Test
    void an_order_whose_answer_was_lost_is_found_by_its_receipt() {
        razorpay.stubFor(get(urlEqualTo("/v1/orders?receipt=1")).willReturn(okJson("{\"items\": [" + ORDER + "]}")));

        assertThat(((Waiting) ask("", 2)).reference()).isEqualTo("order_1");

        razorpay.verify(0, postRequestedFor(urlPathEqualTo("/v1/orders")));
    }

    @Test
    void an_order_that_was_never_made_is_made_the_second_time() {
        razorpay.stubFor(get(urlEqualTo("/v1/orders?receipt=1")).willReturn(okJson("{\"items\": []}")));
        orders(okJson(ORDER));

        assertThat(ask("", 2)).isInstanceOf(Waiting.class);
    }

    @Test
    void what_is_captured_is_paid() {
        payments(PAYMENT.formatted("captured"));

        assertThat(ask("order_1", 2)).isEqualTo(paid());
    }

    @Test
    void what_is_authorized_is_captured_whole() {
        payments(PAYMENT.formatted("authorized"));
        razorpay.stubFor(
                post(urlEqualTo("/v1/payments/pay_1/capture")).willReturn(okJson(PAYMENT.formatted("captured"))));

        assertThat(ask("order_1", 2)).isEqualTo(paid());

        razorpay.verify(postRequestedFor(urlEqualTo("/v1/payments/pay_1/capture"))
                .withRequestBody(equalToJson("{\"amount\": 50000, \"currency\": \"INR\"}")));
    }

    @Test
    void a_capture_that_is_refused_is_asked_about_again() {
        payments(PAYMENT.formatted("authorized"));
        razorpay.stubFor(post(urlEqualTo("/v1/payments/pay_1/capture"))
                .willReturn(aResponse().withStatus(400).withBody("{\"error\": {\"code\": \"BAD_REQUEST_ERROR\"}}")));

        assertThat(ask("order_1", 2)).isInstanceOf(Unknown.class);
    }

    @Test
    void a_failed_attempt_leaves_the_order_open() {
        payments(PAYMENT.formatted("failed"));

        assertThat(ask("order_1", 2)).isInstanceOf(Waiting.class);
    }

    @Test
    void an_order_that_is_refused_is_declined() {
        orders(aResponse().withStatus(400).withBody("{\"error\": {\"code\": \"BAD_REQUEST_ERROR\"}}"));

        assertThat(((Settled) ask("", 1)).event()).isInstanceOf(Declined.class);
    }

    @Test
    void other_currencies_are_refused_without_asking() {
        var dollars = new OpenTopUp(new TopUpId("top_1"), Money.of(2000, "USD"), "checkout", NOW, "", 1);

        assertThat(((Settled) topUps().ask(dollars)).event()).isInstanceOf(Declined.class);
        razorpay.verify(0, postRequestedFor(urlPathEqualTo("/v1/orders")));
    }

    @ParameterizedTest
    @CsvSource({"401, '{\"error\": {}}'", "409, '{}'", "429, ''", "500, '{}'", "502, <html>", "200, ''", "200, '{\"id'"
    })
    void whatever_else_goes_wrong_leaves_it_open(int status, String body) {
        orders(aResponse().withStatus(status).withBody(body));

        assertThat(ask("", 1)).isInstanceOf(Unknown.class);
    }

    @Test
    void razorpay_is_left_in_peace_for_as_long_as_it_asks() {
        orders(aResponse().withStatus(429).withHeader("Retry-After", "7"));

        assertThat(((Unknown) ask("", 1)).atLeast()).isEqualTo(Duration.ofSeconds(7));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void a_broken_line_leaves_it_open(Fault fault) {
        orders(aResponse().withFault(fault));

        assertThat(ask("", 1)).isInstanceOf(Unknown.class);
    }

    @Test
    void a_slow_answer_leaves_it_open() {
        orders(okJson(ORDER).withFixedDelay(1_500));

        assertThat(ask("", 1)).isInstanceOf(Unknown.class);
    }

    @Test
    void a_missing_secret_stops_the_start_by_name() {
        assertThatThrownBy(() -> new RazorpayHttp(settings("")))
                .hasMessageContaining("payments.razorpay.key-secret")
                .hasMessageContaining("PAYMENTS_RAZORPAY_KEYSECRET");
    }

    private static Settled paid() {
        return new Settled(new Paid(new About("pay_1", "top_1", "", "", NOW), Money.of(50_000, "INR")));
    }

    private static void orders(ResponseDefinitionBuilder answer) {
        razorpay.stubFor(post(urlEqualTo("/v1/orders")).willReturn(answer));
    }

    private static void payments(String payment) {
        razorpay.stubFor(get(urlEqualTo("/v1/orders/order_1/payments"))
                .willReturn(okJson("{\"entity\": \"collection\", \"items\": [" + payment + "]}")));
    }

    private static TopUpReply ask(String reference, int attempts) {
        return topUps().ask(new OpenTopUp(
                new TopUpId("top_1"), Money.of(50_000, "INR"), "checkout", NOW, reference, attempts));
    }

    private static RazorpayTopUps topUps() {
        var settings = settings("secret");
        return new RazorpayTopUps(
                new RazorpayGateway(new RazorpayHttp(settings)), settings, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static RazorpaySettings settings(String keySecret) {
        return new RazorpaySettings(
                "rzp_test_1",
                keySecret,
                List.of("hook_secret"),
                razorpay.baseUrl(),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofMinutes(1));
    }
}
