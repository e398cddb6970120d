package dev.earshot.adapter.payments.razorpay;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.earshot.adapter.payments.PaymentEvent;
import dev.earshot.adapter.payments.PaymentEvent.About;
import dev.earshot.adapter.payments.PaymentEvent.DisputeLost;
import dev.earshot.adapter.payments.PaymentEvent.DisputeWon;
import dev.earshot.adapter.payments.PaymentEvent.Disputed;
import dev.earshot.adapter.payments.PaymentEvent.RefundFailed;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class RazorpayRefundsTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_795_163_800);

    @RegisterExtension
    static WireMockExtension razorpay =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    @ParameterizedTest
    @ValueSource(strings = {"processed", "pending"})
    void a_refund_is_asked_for_under_our_name_and_on_its_way_once_it_is_made(String status) {
        answers(okJson("{\"id\": \"rfnd_1\", \"status\": \"" + status + "\"}"));

        assertThat(ask()).isEqualTo(new Given("rfnd_1"));

        razorpay.verify(postRequestedFor(urlEqualTo("/v1/payments/pay_1/refund"))
                .withHeader("X-Refund-Idempotency", equalTo("rfd_0123456789"))
                .withRequestBody(equalToJson("""
                        {"amount": 500, "receipt": "0123456789",
                         "notes": {"topUpId": "top_1", "refundId": "rfd_0123456789"}}""")));
    }

    @Test
    void a_clear_no_gives_nothing() {
        answers(refusal("The payment has been fully refunded already"));
        assertThat(ask()).isEqualTo(new NotGiven(RefundFailure.NOTHING_LEFT));
        answers(refusal("The amount is invalid"));
        assertThat(ask()).isEqualTo(new NotGiven(RefundFailure.REFUSED));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 409, 429, 500, 503})
    void whatever_else_goes_wrong_leaves_it_open(int status) {
        answers(okJson("{\"error\": {\"code\": \"SERVER_ERROR\"}}").withStatus(status));

        assertThat(ask()).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void a_broken_connection_leaves_it_open(Fault fault) {
        answers(aResponse().withFault(fault));

        assertThat(ask()).isInstanceOf(Unknown.class);
    }

    @Test
    void an_answer_that_takes_too_long_or_is_empty_leaves_it_open() {
        answers(okJson("{\"id\": \"rfnd_1\"}").withFixedDelay(2_000));
        assertThat(ask()).isInstanceOf(Unknown.class);
        answers(aResponse().withStatus(200));
        assertThat(ask()).isInstanceOf(Unknown.class);
    }

    @Test
    void disputes_and_returned_refunds_are_told_by_name() {
        var about = new About("pay_1", "", "", "", NOW);
        var amount = Money.of(500, "INR");

        assertThat(told("payment.dispute.created", "dispute", "disp_1"))
                .contains(new Disputed(about, "disp_1", amount));
        assertThat(told("payment.dispute.won", "dispute", "disp_1")).contains(new DisputeWon(about, "disp_1", amount));
        assertThat(told("payment.dispute.lost", "dispute", "disp_1"))
                .contains(new DisputeLost(about, "disp_1", amount));
        assertThat(told("refund.failed", "refund", "rfnd_1"))
                .contains(new RefundFailed(about, "rfnd_1", "rfd_1", amount));
    }

    private static Optional<PaymentEvent> told(String event, String entity, String id) {
        String hook = """
                {"event": "%s", "created_at": 1795163800, "payload": {"%s": {"entity": {"id": "%s",
                 "payment_id": "pay_1", "amount": 500, "currency": "INR", "notes": {"refundId": "rfd_1"}}}}}""";
        return RazorpayMapping.event(JsonMapper.shared().readTree(hook.formatted(event, entity, id)), order -> "");
    }

    private static RefundReply ask() {
        var settings = new RazorpaySettings(
                "rzp_test_1",
                "secret",
                List.of("whs"),
                razorpay.baseUrl(),
                Duration.ofMillis(500),
                Duration.ofMillis(500),
                Duration.ofMinutes(1));
        return new RazorpayRefunds(new RazorpayGateway(new RazorpayHttp(settings)))
                .ask(new OpenRefund(
                        new RefundId("rfd_0123456789"),
                        "top_1",
                        "pay_1",
                        "checkout",
                        Money.of(500, "INR"),
                        RefundReason.DUPLICATE,
                        RefundBearer.PLATFORM,
                        NOW,
                        1));
    }

    private static void answers(ResponseDefinitionBuilder answer) {
        razorpay.stubFor(post(urlEqualTo("/v1/payments/pay_1/refund")).willReturn(answer));
    }

    private static ResponseDefinitionBuilder refusal(String description) {
        return okJson("""
                {"error": {"code": "BAD_REQUEST_ERROR", "description": "%s"}}""".formatted(description)).withStatus(400);
    }
}
