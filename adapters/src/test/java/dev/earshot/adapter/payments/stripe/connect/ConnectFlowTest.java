package dev.earshot.adapter.payments.stripe.connect;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.stripe.net.Webhook;
import dev.earshot.adapter.Adapters;
import dev.earshot.adapter.payout.Purse;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.id.PayoutId;
import dev.earshot.api.money.Money;
import dev.earshot.api.payout.PayeeNeed;
import dev.earshot.api.payout.PayoutCommand.ConfirmPayout;
import dev.earshot.api.payout.PayoutCommand.FailPayout;
import dev.earshot.api.payout.PayoutCommand.TellPayeeNeeds;
import dev.earshot.api.payout.PayoutCommand.VerifyPayee;
import dev.earshot.api.payout.PayoutEvent.PayeeOpened;
import dev.earshot.api.payout.PayoutEvent.PayoutRequested;
import dev.earshot.api.payout.PayoutRefusal;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.IntegrationTest;
import dev.earshot.platform.payments.PayeeOnboarding;
import dev.earshot.platform.web.Api;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

/** An account from its opening to the bank's word, and a payout that arrives and comes back. */
@IntegrationTest(
        value = {Adapters.class, Purse.class},
        web = WebEnvironment.RANDOM_PORT,
        settings = {
            "payments.provider=stripe",
            "payments.payout.ask-every=50ms",
            "payments.payout.first-wait=50ms",
            "payments.stripe.api-key=sk_test_1",
            "payments.stripe.publishable-key=pk_test_1",
            "payments.stripe.webhook-secrets=whsec_1",
            "payments.stripe.connect.webhook-secrets=whsec_c",
            "payments.stripe.connect.return-url=https://app.example/back",
            "payments.stripe.connect.refresh-url=https://app.example/again",
            "hooks.every=50ms"
        })
class ConnectFlowTest {
    private static final EarningsId LEA = new EarningsId("ear_lea");

    @RegisterExtension
    static WireMockExtension stripe =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    @LocalServerPort
    int port;

    @Autowired
    EventStore log;

    @Autowired
    TransactionManager transactions;

    @Autowired
    PayeeOnboarding onboarding;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Purse purse;

    @DynamicPropertySource
    static void address(DynamicPropertyRegistry settings) {
        settings.add("payments.stripe.api-base", stripe::baseUrl);
    }

    @Test
    void an_account_is_opened_once_and_vouched_for_when_stripe_says_so() throws Refused {
        stripe.stubFor(
                post(urlEqualTo("/v1/accounts")).willReturn(okJson("{\"id\": \"acct_a\", \"object\": \"account\"}")));
        stripe.stubFor(post(urlEqualTo("/v1/account_links"))
                .willReturn(okJson(
                        "{\"object\": \"account_link\", \"url\": \"https://connect.stripe.com/setup/secret\"}")));
        account("acct_a", "false", "\"external_account\"");

        var begun = onboarding.begin(LEA, "stripe_express", Map.of("country", "DE"));
        assertThat(begun.account()).isEqualTo("acct_a");
        assertThat(begun.link().orElseThrow()).hasToString("https://connect.stripe.com/setup/secret");
        publish(new PayeeOpened(LEA, "acct_a", "stripe_express", Instant.EPOCH));
        await().atMost(20, SECONDS)
                .until(() -> purse.told(TellPayeeNeeds.class).stream()
                        .anyMatch(told -> told.needs().equals(List.of(PayeeNeed.BANK_ACCOUNT))));
        onboarding.begin(LEA, "stripe_express", Map.of());

        stripe.verify(
                1,
                postRequestedFor(urlEqualTo("/v1/accounts"))
                        .withHeader("Idempotency-Key", equalTo("acct:ear_lea:DE"))
                        .withFormParam("type", equalTo("express"))
                        .withFormParam("country", equalTo("DE"))
                        .withFormParam("capabilities[transfers][requested]", equalTo("true"))
                        .withFormParam("settings[payouts][schedule][interval]", equalTo("manual")));
        stripe.verify(
                2,
                postRequestedFor(urlEqualTo("/v1/account_links"))
                        .withFormParam("account", equalTo("acct_a"))
                        .withFormParam("return_url", containing("app.example/back")));

        account("acct_a", "true", "");
        assertThat(hook("evt_a", "account.updated", "{\"id\": \"acct_a\"}", "whsec_1")
                        .code())
                .isEqualTo("HOOK_SIGNATURE_INVALID");
        assertThat(hook("evt_a", "account.updated", "{\"id\": \"acct_a\"}", "whsec_c")
                        .status())
                .isEqualTo(200);
        await().atMost(20, SECONDS)
                .until(() -> purse.told(VerifyPayee.class).stream()
                        .anyMatch(told -> told.account().equals("acct_a")));
        assertThatThrownBy(() -> onboarding.begin(LEA, "stripe_express", Map.of("country", "germany")))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(PayoutRefusal.PAYOUT_ACCOUNT_DETAILS_INVALID));
        assertThat(jdbc.sql("SELECT count(*) FROM open_payee p WHERE p::text LIKE '%secret%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void money_that_arrived_and_came_back_is_told_once_each() {
        stripe.stubFor(
                post(urlEqualTo("/v1/transfers")).willReturn(okJson("{\"id\": \"tr_b\", \"object\": \"transfer\"}")));
        stripe.stubFor(get(urlEqualTo("/v1/transfers/tr_b"))
                .willReturn(okJson("{\"id\": \"tr_b\", \"object\": \"transfer\", \"reversed\": false}")));
        stripe.stubFor(post(urlEqualTo("/v1/transfers/tr_b/reversals"))
                .willReturn(okJson("{\"id\": \"trr_b\", \"object\": \"transfer_reversal\"}")));
        stripe.stubFor(get(urlPathEqualTo("/v1/payouts")).willReturn(okJson("{\"object\": \"list\", \"data\": []}")));
        stripe.stubFor(
                get(urlEqualTo("/v1/balance")).willReturn(okJson("{\"object\": \"balance\", \"available\": []}")));
        stripe.stubFor(post(urlEqualTo("/v1/payouts")).willReturn(okJson(payout("pending"))));
        stripe.stubFor(get(urlEqualTo("/v1/payouts/po_b")).willReturn(okJson(payout("paid"))));
        publish(new PayoutRequested(LEA, new PayoutId("out_b"), Money.of(2_000, "USD"), "acct_b", Instant.now()));
        await().atMost(20, SECONDS).until(() -> "tr_b/po_b".equals(reference()));

        String told = "{\"id\": \"po_b\", \"metadata\": {\"payoutId\": \"out_b\"}}";
        hook("evt_b1", "payout.paid", told, "whsec_c");
        await().atMost(20, SECONDS).until(() -> !confirmed().isEmpty());
        stripe.stubFor(get(urlEqualTo("/v1/payouts/po_b")).willReturn(okJson(payout("failed"))));
        hook("evt_b2", "payout.failed", told, "whsec_c");
        await().atMost(20, SECONDS).until(() -> !purse.told(FailPayout.class).isEmpty());

        assertThat(confirmed()).hasSize(1);
        assertThat(purse.told(FailPayout.class)).hasSize(1);
        stripe.verify(1, postRequestedFor(urlEqualTo("/v1/transfers")));
        stripe.verify(1, postRequestedFor(urlEqualTo("/v1/payouts")));
        stripe.verify(1, postRequestedFor(urlEqualTo("/v1/transfers/tr_b/reversals")));
    }

    private List<ConfirmPayout> confirmed() {
        return purse.told(ConfirmPayout.class);
    }

    private String reference() {
        return jdbc.sql("SELECT reference FROM open_payout WHERE payout_id = 'out_b'")
                .query(String.class)
                .optional()
                .orElse("");
    }

    private static String payout(String status) {
        return """
                {"id": "po_b", "object": "payout", "status": "%s", "arrival_date": %d, "failure_code": "account_closed"}""".formatted(status, Instant.now().getEpochSecond());
    }

    private static void account(String account, String enabled, String due) {
        stripe.stubFor(
                get(urlEqualTo("/v1/accounts/" + account)).willReturn(okJson("""
                {"id": "%s", "object": "account", "payouts_enabled": %s, "capabilities": {"transfers": "active"},
                 "requirements": {"currently_due": [%s]}}""".formatted(account, enabled, due))));
    }

    private Api.Reply hook(String event, String type, String object, String secret) {
        String body = """
                {"id": "%s", "object": "event", "type": "%s", "created": 1795163800, "account": "acct_a",
                 "data": {"object": %s}}""".formatted(event, type, object);
        try {
            return new Api(port)
                    .post("/hooks/stripe-connect")
                    .with("Stripe-Signature", Webhook.Signature.generateSignatureHeader(body, secret))
                    .json(body)
                    .send();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void publish(Object event) {
        transactions.executeInTransaction(() -> log.publish(List.of(GenericEventMessage.asEventMessage(event))));
    }
}
