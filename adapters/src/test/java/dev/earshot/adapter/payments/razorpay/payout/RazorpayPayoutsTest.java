package dev.earshot.adapter.payments.razorpay.payout;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
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

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.earshot.adapter.Adapters;
import dev.earshot.adapter.payout.OpenPayee;
import dev.earshot.adapter.payout.OpenPayout;
import dev.earshot.adapter.payout.PayeeReply.Unvouched;
import dev.earshot.adapter.payout.PayeeReply.Vouched;
import dev.earshot.adapter.payout.PayoutProvider;
import dev.earshot.adapter.payout.PayoutReply;
import dev.earshot.adapter.payout.PayoutReply.Failed;
import dev.earshot.adapter.payout.PayoutReply.Paid;
import dev.earshot.adapter.payout.PayoutReply.Unknown;
import dev.earshot.adapter.payout.PayoutReply.Waiting;
import dev.earshot.adapter.payout.Purse;
import dev.earshot.adapter.signature.TimedSignature;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.id.PayoutId;
import dev.earshot.api.money.Money;
import dev.earshot.api.payout.PayeeNeed;
import dev.earshot.api.payout.PayoutCommand.ConfirmPayout;
import dev.earshot.api.payout.PayoutCommand.FailPayout;
import dev.earshot.api.payout.PayoutEvent.PayoutRequested;
import dev.earshot.api.payout.PayoutFailure;
import dev.earshot.api.payout.PayoutRefusal;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.IntegrationTest;
import dev.earshot.platform.payments.PayeeOnboarding;
import dev.earshot.platform.web.Api;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Bank accounts are named to RazorpayX and payouts sent to them, whatever it answers. */
@IntegrationTest(
        value = {Adapters.class, Purse.class},
        web = WebEnvironment.RANDOM_PORT,
        settings = {
            "payments.provider=razorpay",
            "payments.payout.ask-every=50ms",
            "payments.payout.first-wait=50ms",
            "payments.razorpay.key-id=rzp_test_1",
            "payments.razorpay.key-secret=secret",
            "payments.razorpay.webhook-secrets=hook",
            "payments.razorpay.read-timeout=1s",
            "payments.razorpay.payout.account-number=7878780080316316",
            "payments.razorpay.payout.webhook-secrets=hook_x",
            "hooks.every=50ms"
        })
class RazorpayPayoutsTest {
    private static final EarningsId LEA = new EarningsId("ear_lea");
    private static final String BASIC = "Basic cnpwX3Rlc3RfMTpzZWNyZXQ=";

    @RegisterExtension
    static WireMockExtension razorpay =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    @LocalServerPort
    int port;

    @Autowired
    PayoutProvider payouts;

    @Autowired
    PayeeOnboarding onboarding;

    @Autowired
    EventStore log;

    @Autowired
    TransactionManager transactions;

    @Autowired
    Purse purse;

    @DynamicPropertySource
    static void address(DynamicPropertyRegistry settings) {
        settings.add("payments.razorpay.api-base", razorpay::baseUrl);
    }

    @Test
    void a_bank_account_is_named_to_razorpay_and_only_its_name_comes_back() throws Refused {
        razorpay.stubFor(post(urlEqualTo("/v1/contacts")).willReturn(okJson("{\"id\": \"cont_1\"}")));
        razorpay.stubFor(
                post(urlEqualTo("/v1/fund_accounts")).willReturn(okJson("{\"id\": \"fa_1\", \"active\": true}")));

        var begun = onboarding.begin(LEA, "bank_account", bank());

        assertThat(begun.account()).isEqualTo("fa_1");
        assertThat(begun.link()).isEmpty();
        razorpay.verify(postRequestedFor(urlEqualTo("/v1/contacts"))
                .withHeader("Authorization", equalTo(BASIC))
                .withRequestBody(
                        equalToJson("{\"name\": \"Lea Lee\", \"type\": \"vendor\", \"reference_id\": \"ear_lea\"}")));
        razorpay.verify(postRequestedFor(urlEqualTo("/v1/fund_accounts")).withRequestBody(equalToJson("""
                        {"contact_id": "cont_1", "account_type": "bank_account",
                         "bank_account": {"name": "Lea Lee", "ifsc": "HDFC0000053", "account_number": "765432123456789"}}""")));
        assertThat(BankDetails.of("bank_account", bank()).toString()).doesNotContain("7654");
    }

    @ParameterizedTest
    @CsvSource({"ifsc, HDFC1", "accountNumber, '12 34'", "holder, L", "holder, ''"})
    void details_that_cannot_be_right_are_refused_without_asking(String field, String value) {
        var details = new java.util.HashMap<>(bank());
        details.put(field, value);

        assertThatThrownBy(() -> onboarding.begin(LEA, "bank_account", details))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo(PayoutRefusal.PAYOUT_ACCOUNT_DETAILS_INVALID);
                    assertThat(refused.getMessage()).doesNotContain("7654");
                });
        razorpay.verify(0, postRequestedFor(urlEqualTo("/v1/contacts")));
    }

    @Test
    void a_silent_razorpay_is_told_from_one_that_says_no() {
        razorpay.stubFor(post(urlEqualTo("/v1/contacts")).willReturn(aResponse().withStatus(503)));
        assertThatThrownBy(() -> onboarding.begin(LEA, "bank_account", bank()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(PayoutRefusal.PAYOUT_PROVIDER_SILENT));
        razorpay.stubFor(post(urlEqualTo("/v1/contacts")).willReturn(refusal("The name 765432123456789 is invalid")));
        assertThatThrownBy(() -> onboarding.begin(LEA, "bank_account", bank()))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo(PayoutRefusal.PAYOUT_ACCOUNT_DETAILS_INVALID);
                    assertThat(refused.getMessage()).doesNotContain("7654");
                });
    }

    @Test
    void money_is_sent_with_a_key_of_its_own() {
        sends(okJson(payout("processing", "")));

        assertThat(pay("", 250_000))
                .isInstanceOfSatisfying(
                        Waiting.class,
                        waiting -> assertThat(waiting.reference()).isEqualTo("pout_1"));

        razorpay.verify(postRequestedFor(urlEqualTo("/v1/payouts"))
                .withHeader("Authorization", equalTo(BASIC))
                .withHeader("X-Payout-Idempotency", equalTo("out_1"))
                .withHeader("Content-Type", equalTo("application/json"))
                .withRequestBody(equalToJson("""
                        {"account_number": "7878780080316316", "fund_account_id": "fa_1", "amount": 250000,
                         "currency": "INR", "mode": "IMPS", "purpose": "payout", "queue_if_low_balance": false,
                         "reference_id": "out_1", "narration": "Earnings", "notes": {"payoutId": "out_1"}}""")));
    }

    @Test
    void a_time_out_and_then_success_sends_the_same_key_again() {
        sends(okJson(payout("processed", "")).withFixedDelay(1_500));
        assertThat(pay("", 250_000)).isInstanceOf(Unknown.class);
        sends(okJson(payout("processed", "")));
        assertThat(pay("", 250_000)).isInstanceOf(Paid.class);

        razorpay.verify(
                2, postRequestedFor(urlEqualTo("/v1/payouts")).withHeader("X-Payout-Idempotency", equalTo("out_1")));
    }

    @Test
    void once_the_key_may_be_forgotten_the_payout_is_looked_up_by_our_name_for_it() {
        razorpay.stubFor(get(urlPathEqualTo("/v1/payouts"))
                .withQueryParam("reference_id", equalTo("out_1"))
                .withQueryParam("account_number", equalTo("7878780080316316"))
                .willReturn(okJson("{\"items\": [" + payout("processed", "") + "]}")));

        var reply = payouts.pay(open("", Money.of(250_000, "INR"), Instant.now().minus(Duration.ofDays(7))));

        assertThat(reply).isInstanceOf(Paid.class);
        razorpay.verify(0, postRequestedFor(urlEqualTo("/v1/payouts")).withHeader("X-Payout-Idempotency", absent()));
        razorpay.verify(0, postRequestedFor(urlEqualTo("/v1/payouts")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "queued", "scheduled", "processing"})
    void what_is_under_way_is_waited_for(String status) {
        razorpay.stubFor(get(urlEqualTo("/v1/payouts/pout_1")).willReturn(okJson(payout(status, ""))));

        assertThat(pay("pout_1", 250_000)).isInstanceOf(Waiting.class);
    }

    @ParameterizedTest
    @CsvSource({
        "reversed, beneficiary_account_closed, ACCOUNT_CLOSED",
        "failed, insufficient_funds, PROVIDER_SHORT_OF_FUNDS",
        "rejected, '', DECLINED",
        "cancelled, '', DECLINED",
        "failed, invalid_ifsc_code, ACCOUNT_UNKNOWN",
        "failed, beneficiary_account_frozen, PAYOUTS_NOT_ALLOWED",
        "failed, amount_limit_exceeded, AMOUNT_REFUSED"
    })
    void what_has_ended_badly_fails(String status, String reason, PayoutFailure failure) {
        razorpay.stubFor(get(urlEqualTo("/v1/payouts/pout_1")).willReturn(okJson(payout(status, reason))));

        assertThat(pay("pout_1", 250_000)).isEqualTo(new Failed(failure));
    }

    @Test
    void a_clear_no_fails_and_another_body_under_the_same_key_says_nothing() {
        sends(refusal("The fund account id provided does not exist"));
        assertThat(pay("", 250_000)).isEqualTo(new Failed(PayoutFailure.ACCOUNT_UNKNOWN));
        sends(refusal("Different request body sent for the same Idempotency Header"));
        assertThat(pay("", 250_000)).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({"401, {}", "409, {}", "429, {}", "500, ''", "502, <html>", "200, ''", "200, {}", "200, '{\"id'"})
    void whatever_else_goes_wrong_leaves_it_open(int status, String body) {
        sends(aResponse().withStatus(status).withBody(body).withHeader("Retry-After", "7"));

        assertThat(pay("", 250_000)).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void a_broken_line_leaves_it_open(Fault fault) {
        sends(aResponse().withFault(fault));

        assertThat(pay("", 250_000)).isInstanceOf(Unknown.class);
    }

    @Test
    void only_rupees_and_no_less_than_one_are_sent() {
        assertThat(payouts.pay(open("", Money.of(2_000, "USD"), Instant.now())))
                .isEqualTo(new Failed(PayoutFailure.AMOUNT_REFUSED));
        assertThat(pay("", 99)).isEqualTo(new Failed(PayoutFailure.AMOUNT_REFUSED));
        razorpay.verify(0, postRequestedFor(urlEqualTo("/v1/payouts")));
    }

    @Test
    void an_account_is_vouched_for_while_it_is_active() {
        var payee = new OpenPayee("fa_1", LEA, "bank_account", Instant.EPOCH, 1, 0);
        razorpay.stubFor(
                get(urlEqualTo("/v1/fund_accounts/fa_1")).willReturn(okJson("{\"id\": \"fa_1\", \"active\": true}")));
        assertThat(payouts.look(payee)).isInstanceOf(Vouched.class);
        razorpay.stubFor(
                get(urlEqualTo("/v1/fund_accounts/fa_1")).willReturn(okJson("{\"id\": \"fa_1\", \"active\": false}")));
        assertThat(payouts.look(payee)).isEqualTo(new Unvouched(List.of(PayeeNeed.BANK_ACCOUNT)));
    }

    @Test
    void money_that_was_processed_and_reversed_is_told_and_never_sent_again() {
        razorpay.stubFor(post(urlEqualTo("/v1/payouts")).willReturn(okJson(payout("processing", ""))));
        razorpay.stubFor(get(urlEqualTo("/v1/payouts/pout_1")).willReturn(okJson(payout("processed", ""))));
        transactions.executeInTransaction(() -> log.publish(List.of(GenericEventMessage.asEventMessage(
                new PayoutRequested(LEA, new PayoutId("out_h"), Money.of(250_000, "INR"), "fa_1", Instant.now())))));
        hookUntil("payout.processed", () -> !purse.told(ConfirmPayout.class).isEmpty());
        razorpay.stubFor(get(urlEqualTo("/v1/payouts/pout_1")).willReturn(okJson(payout("reversed", ""))));
        hookUntil("payout.reversed", () -> !purse.told(FailPayout.class).isEmpty());

        // Told again by a repeated hook, the earnings know it already.
        assertThat(purse.told(FailPayout.class))
                .allMatch(told -> told.payoutId().value().equals("out_h"));
        razorpay.verify(1, postRequestedFor(urlEqualTo("/v1/payouts")));
    }

    /** The hook may come before anybody has taken note of the payout; providers tell again. */
    private void hookUntil(String type, java.util.concurrent.Callable<Boolean> known) {
        var count = new java.util.concurrent.atomic.AtomicInteger();
        await().atMost(20, SECONDS).pollInterval(Duration.ofMillis(300)).until(() -> {
            if (known.call()) {
                return true;
            }
            String body = """
                    {"event": "%s", "created_at": 1795163900, "n": %d, "payload": {"payout": {"entity":
                     {"id": "pout_1", "fund_account_id": "fa_1", "notes": {"payoutId": "out_h"}}}}}""".formatted(type, count.incrementAndGet());
            byte[] digest = TimedSignature.hmac(
                    "hook_x".getBytes(StandardCharsets.UTF_8), body.getBytes(StandardCharsets.UTF_8));
            assertThat(new Api(port)
                            .post("/hooks/razorpay-x")
                            .with("X-Razorpay-Signature", HexFormat.of().formatHex(digest))
                            .with("x-razorpay-event-id", type + count.get())
                            .json(body)
                            .send()
                            .status())
                    .isEqualTo(200);
            return false;
        });
    }

    private PayoutReply pay(String reference, long minor) {
        return payouts.pay(open(reference, Money.of(minor, "INR"), Instant.now()));
    }

    private static OpenPayout open(String reference, Money amount, Instant askedAt) {
        return new OpenPayout(new PayoutId("out_1"), LEA, amount, "fa_1", askedAt, reference, 1, 0);
    }

    private static Map<String, String> bank() {
        return Map.of("holder", "Lea Lee", "ifsc", "HDFC0000053", "accountNumber", "765432123456789");
    }

    private static void sends(ResponseDefinitionBuilder answer) {
        razorpay.stubFor(post(urlEqualTo("/v1/payouts")).willReturn(answer));
    }

    private static ResponseDefinitionBuilder refusal(String description) {
        return aResponse()
                .withStatus(400)
                .withHeader("Content-Type", "application/json")
                .withBody("{\"error\": {\"code\": \"BAD_REQUEST_ERROR\", \"description\": \"" + description + "\"}}");
    }

    private static String payout(String status, String reason) {
        return """
                {"id": "pout_1", "entity": "payout", "status": "%s", "created_at": %d,
                 "status_details": {"reason": "%s"}, "notes": []}""".formatted(status, Instant.now().getEpochSecond(), reason);
    }
}
