package dev.earshot.adapter.payments.razorpay;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.earshot.adapter.Adapters;
import dev.earshot.adapter.hook.TopUps;
import dev.earshot.adapter.signature.TimedSignature;
import dev.earshot.api.account.Role;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.money.Money;
import dev.earshot.api.topup.TopUpEvent.TopUpRequested;
import dev.earshot.platform.IntegrationTest;
import dev.earshot.platform.payments.NextSteps;
import dev.earshot.platform.security.AccessTokens;
import dev.earshot.platform.web.Api;
import dev.earshot.platform.web.Api.Reply;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A top-up from the request in the log to the confirmation, by the checkout's result and by the hook. */
@IntegrationTest(
        value = {Adapters.class, TopUps.class},
        web = WebEnvironment.RANDOM_PORT,
        settings = {
            "payments.provider=razorpay",
            "payments.ask-every=50ms",
            "payments.razorpay.key-id=rzp_test_1",
            "payments.razorpay.key-secret=secret",
            "payments.razorpay.webhook-secrets=new,old",
            "hooks.every=50ms",
            "hooks.pull-every=200ms"
        })
class RazorpayFlowTest {
    @RegisterExtension
    static WireMockExtension razorpay =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    @LocalServerPort
    int port;

    @Autowired
    EventStore log;

    @Autowired
    TransactionManager transactions;

    @Autowired
    NextSteps nextSteps;

    @Autowired
    AccessTokens tokens;

    @Autowired
    TopUps topUps;

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void address(DynamicPropertyRegistry settings) {
        settings.add("payments.razorpay.api-base", razorpay::baseUrl);
    }

    @Test
    void the_checkouts_result_is_believed_when_signed_and_the_money_is_captured() {
        ordered("top_a", "order_a");
        String payment = "{\"id\": \"pay_a\", \"amount\": 50000, \"currency\": \"INR\", \"status\": \"%s\"}";
        razorpay.stubFor(get(urlEqualTo("/v1/orders/order_a/payments"))
                .willReturn(okJson("{\"items\": [" + payment.formatted("authorized") + "]}")));
        razorpay.stubFor(
                post(urlEqualTo("/v1/payments/pay_a/capture")).willReturn(okJson(payment.formatted("captured"))));

        assertThat(checkout("top_a", "pay_a", "00").code()).isEqualTo("CHECKOUT_SIGNATURE_INVALID");
        assertThat(checkout("top_b", "pay_a", "00").code()).isEqualTo("TOP_UP_UNKNOWN");
        assertThat(checkout("top_a", "pay_a", hmac("secret", "order_a|pay_a")).status())
                .isEqualTo(202);

        await().atMost(20, SECONDS).until(() -> topUps.stageOf("top_a").equals("PAID pay_a"));
    }

    @Test
    void the_hook_pays_the_top_up_of_its_order() {
        ordered("top_c", "order_c");
        String body = """
                {"entity": "event", "event": "payment.captured", "created_at": 1795163800, "payload": {"payment":
                 {"entity": {"id": "pay_c", "amount": 50000, "currency": "INR", "status": "captured",
                             "order_id": "order_c", "notes": []}}}}""";

        assertThat(hook(body, "wrong").code()).isEqualTo("HOOK_SIGNATURE_INVALID");
        assertThat(hook(body, hmac("old", body)).status()).isEqualTo(200);

        await().atMost(20, SECONDS).until(() -> topUps.stageOf("top_c").equals("PAID pay_c"));
    }

    @Test
    void a_payment_of_another_amount_is_not_believed() {
        ordered("top_dearerd", "order_d");
        String body = """
                {"event": "payment.captured", "created_at": 1795163800, "payload": {"payment": {"entity":
                 {"id": "pay_d", "amount": 1, "currency": "INR", "order_id": "order_d"}}}}""";

        hook(body, hmac("new", body));

        await().atMost(20, SECONDS)
                .until(() -> new Api(port)
                        .get("/v1/admin/payment-events?provider=razorpay")
                        .bearer(token(Role.FINANCE))
                        .send()
                        .body()
                        .path("items")
                        .findValuesAsString("error")
                        .contains("TOP_UP_AMOUNT_MISMATCH"));
        assertThat(jdbc.sql("SELECT status FROM hook_event WHERE payment = 'pay_d'")
                        .query(String.class)
                        .single())
                .isEqualTo("DEAD");
        assertThat(topUps.stageOf("top_dearerd")).isEmpty();
    }

    @Test
    void of_a_payment_of_another_amount_the_provider_is_asked_once_and_the_top_up_is_flagged() {
        String payments = "/v1/orders/order_i/payments";
        razorpay.stubFor(get(urlEqualTo(payments)).willReturn(okJson("""
                {"items": [{"id": "pay_i", "amount": 40000, "currency": "INR", "status": "captured"}]}""")));
        ordered("top_i", "order_i");
        askNow("top_i");

        await().atMost(20, SECONDS).until(() -> topUps.stageOf("top_i").equals("MISMATCHED 40000 pay_i"));
        await().atMost(20, SECONDS).until(() -> isSettled("top_i"));
        askNow("top_i");

        String another = "/v1/orders/order_j/payments";
        razorpay.stubFor(get(urlEqualTo(another)).willReturn(okJson("""
                {"items": [{"id": "pay_j", "amount": 50000, "currency": "INR", "status": "captured"}]}""")));
        ordered("top_j", "order_j");
        askNow("top_j");
        await().atMost(20, SECONDS).until(() -> topUps.stageOf("top_j").equals("PAID pay_j"));
        razorpay.verify(1, getRequestedFor(urlEqualTo(payments)));
    }

    @Test
    void a_refund_and_a_dispute_that_were_told_in_vain_are_pulled() {
        razorpay.stubFor(get(urlPathEqualTo("/v1/refunds"))
                .withQueryParam("from", matching("[0-9]{10}"))
                .willReturn(okJson("""
                        {"items": [{"id": "rfnd_1", "payment_id": "pay_e", "amount": 100, "currency": "INR",
                                    "status": "processed", "created_at": 1795163800},
                                   {"id": "rfnd_2", "payment_id": "pay_f", "amount": 100, "currency": "INR",
                                    "status": "pending", "created_at": 1795163800}]}""")));
        razorpay.stubFor(get(urlEqualTo("/v1/payments/pay_e")).willReturn(okJson("""
                {"id": "pay_e", "amount": 50000, "amount_refunded": 300, "currency": "INR"}""")));
        razorpay.stubFor(get(urlPathEqualTo("/v1/disputes")).willReturn(okJson("""
                {"items": [{"id": "disp_1", "payment_id": "pay_g", "amount": 500, "currency": "INR",
                            "status": "lost", "created_at": 1795163800},
                           {"id": "disp_2", "payment_id": "pay_h", "amount": 500, "currency": "INR",
                            "status": "closed", "created_at": 1795163800}]}""")));

        await().atMost(20, SECONDS)
                .untilAsserted(
                        () -> assertThat(pulled()).containsExactlyInAnyOrder("Refunded pay_e", "DisputeLost pay_g"));
        razorpay.verify(1, getRequestedFor(urlEqualTo("/v1/payments/pay_e")));
    }

    private List<String> pulled() {
        return jdbc.sql("SELECT kind || ' ' || payment FROM hook_event WHERE event_id LIKE 'pulled:%' AND kind <> ''")
                .query(String.class)
                .list();
    }

    /** Once it is known under which order to ask. */
    private void askNow(String topUp) {
        await().atMost(20, SECONDS)
                .until(() -> jdbc.sql("UPDATE open_top_up SET ask_again_at = asked_at"
                                        + " WHERE top_up_id = ? AND reference <> ''")
                                .param(topUp)
                                .update()
                        == 1);
    }

    private boolean isSettled(String topUp) {
        return jdbc.sql("SELECT settled FROM open_top_up WHERE top_up_id = ?")
                .param(topUp)
                .query(Boolean.class)
                .single();
    }

    private void ordered(String topUp, String order) {
        razorpay.stubFor(post(urlEqualTo("/v1/orders")).willReturn(okJson("{\"id\": \"" + order + "\"}")));
        transactions.executeInTransaction(() ->
                log.publish(List.of(GenericEventMessage.asEventMessage(new TopUpRequested(
                        new TopUpId(topUp),
                        new WalletId("wal_1"),
                        Money.of(50_000, "INR"),
                        "checkout",
                        Instant.EPOCH)))));
        await().atMost(20, SECONDS)
                .until(() -> nextSteps.of(topUp).getOrDefault("orderId", "").equals(order));
    }

    private Reply checkout(String topUp, String payment, String signature) {
        return new Api(port)
                .post("/v1/wallet/top-ups/" + topUp + "/checkout")
                .bearer(token(Role.MEMBER))
                .json("{\"paymentId\": \"" + payment + "\", \"signature\": \"" + signature + "\"}")
                .send();
    }

    private Reply hook(String body, String signature) {
        return new Api(port)
                .post("/hooks/razorpay")
                .with("X-Razorpay-Signature", signature)
                .with("x-razorpay-event-id", "ev_" + Integer.toHexString(body.hashCode()))
                .json(body)
                .send();
    }

    private String token(Role role) {
        return tokens.issue(new AccountId("acc_ann"), EnumSet.of(role), "ses_test");
    }

    private static String hmac(String secret, String text) {
        return HexFormat.of().formatHex(TimedSignature.hmac(secret.getBytes(UTF_8), text.getBytes(UTF_8)));
    }
}
