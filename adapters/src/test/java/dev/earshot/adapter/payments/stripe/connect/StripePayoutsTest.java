package dev.earshot.adapter.payments.stripe.connect;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
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

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.stripe.StripeClient;
import dev.earshot.adapter.payout.OpenPayee;
import dev.earshot.adapter.payout.OpenPayout;
import dev.earshot.adapter.payout.PayeeReply;
import dev.earshot.adapter.payout.PayeeReply.Unvouched;
import dev.earshot.adapter.payout.PayeeReply.Vouched;
import dev.earshot.adapter.payout.PayoutReply;
import dev.earshot.adapter.payout.PayoutReply.Failed;
import dev.earshot.adapter.payout.PayoutReply.Paid;
import dev.earshot.adapter.payout.PayoutReply.Unknown;
import dev.earshot.adapter.payout.PayoutReply.Waiting;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.id.PayoutId;
import dev.earshot.api.money.Money;
import dev.earshot.api.payout.PayeeNeed;
import dev.earshot.api.payout.PayoutFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StripePayoutsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");
    private static final EarningsId LEA = new EarningsId("ear_lea");

    @RegisterExtension
    static WireMockExtension stripe =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    @Test
    void the_coins_move_to_the_listeners_account_first_once_by_their_key() {
        transfers(okJson(transfer(false)));

        assertThat(pay("", NOW)).isEqualTo(new Waiting("tr_1", NOW));

        stripe.verify(postRequestedFor(urlEqualTo("/v1/transfers"))
                .withHeader("Authorization", equalTo("Bearer sk_test_1"))
                .withHeader("Idempotency-Key", equalTo("payout:out_1:transfer"))
                .withHeader("Stripe-Account", absent())
                .withFormParam("amount", equalTo("2000"))
                .withFormParam("currency", equalTo("usd"))
                .withFormParam("destination", equalTo("acct_1"))
                .withFormParam("transfer_group", equalTo("out_1"))
                .withFormParam("metadata[payoutId]", equalTo("out_1")));
    }

    @Test
    void a_time_out_and_then_success_moves_the_coins_once() {
        transfers(okJson(transfer(false)).withFixedDelay(1_500));
        assertThat(pay("", NOW)).isInstanceOf(Unknown.class);
        transfers(okJson(transfer(false)));
        assertThat(pay("", NOW)).isEqualTo(new Waiting("tr_1", NOW));

        stripe.verify(
                2,
                postRequestedFor(urlEqualTo("/v1/transfers"))
                        .withHeader("Idempotency-Key", equalTo("payout:out_1:transfer")));
    }

    @Test
    void once_the_key_may_be_forgotten_the_transfer_is_looked_up_and_not_made_again() {
        stripe.stubFor(get(urlPathEqualTo("/v1/transfers"))
                .withQueryParam("transfer_group", equalTo("out_1"))
                .willReturn(okJson("{\"object\": \"list\", \"data\": [" + transfer(false) + "]}")));

        assertThat(pay("", NOW.minus(Duration.ofDays(1)))).isEqualTo(new Waiting("tr_1", NOW));

        stripe.verify(0, postRequestedFor(urlEqualTo("/v1/transfers")));
    }

    @Test
    void all_that_the_account_holds_goes_to_the_bank() {
        movedAlready(5_000);
        payouts(okJson(payout("pending", "null")));

        assertThat(pay("tr_1", NOW)).isEqualTo(new Waiting("tr_1/po_1", NOW.plus(Duration.ofHours(1))));

        stripe.verify(postRequestedFor(urlEqualTo("/v1/payouts"))
                .withHeader("Stripe-Account", equalTo("acct_1"))
                .withHeader("Idempotency-Key", equalTo("payout:out_1:bank:5000"))
                .withFormParam("amount", equalTo("5000"))
                .withFormParam("metadata[payoutId]", equalTo("out_1")));
        stripe.verify(0, postRequestedFor(urlEqualTo("/v1/transfers")));
    }

    @Test
    void what_was_sent_to_the_bank_already_is_found_and_not_sent_again() {
        movedAlready(2_000);
        stripe.stubFor(get(urlPathEqualTo("/v1/payouts"))
                .withHeader("Stripe-Account", equalTo("acct_1"))
                .willReturn(okJson("{\"object\": \"list\", \"data\": [" + payout("in_transit", "null") + "]}")));

        assertThat(pay("tr_1", NOW)).isEqualTo(new Waiting("tr_1/po_1", NOW.plus(Duration.ofHours(1))));

        stripe.verify(0, postRequestedFor(urlEqualTo("/v1/payouts")));
    }

    @Test
    void money_that_arrived_is_looked_at_for_ten_days_longer() {
        told(payout("paid", "null"));
        assertThat(pay("tr_1/po_1", NOW)).isEqualTo(new Paid("tr_1/po_1", Optional.of(NOW.plus(Duration.ofDays(1)))));

        told(payout("paid", "null").replace(seconds(NOW), seconds(NOW.minus(Duration.ofDays(11)))));
        assertThat(pay("tr_1/po_1", NOW)).isEqualTo(new Paid("tr_1/po_1", Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "account_closed, ACCOUNT_CLOSED",
        "no_account, ACCOUNT_UNKNOWN",
        "insufficient_funds, PROVIDER_SHORT_OF_FUNDS",
        "bank_account_restricted, PAYOUTS_NOT_ALLOWED",
        "could_not_process, DECLINED"
    })
    void money_that_the_bank_sends_back_is_moved_back_to_us_before_the_payout_fails(String code, PayoutFailure reason) {
        told(payout("failed", "\"" + code + "\""));
        stripe.stubFor(get(urlEqualTo("/v1/transfers/tr_1")).willReturn(okJson(transfer(false))));
        stripe.stubFor(post(urlEqualTo("/v1/transfers/tr_1/reversals"))
                .willReturn(okJson("{\"id\": \"trr_1\", \"object\": \"transfer_reversal\"}")));

        assertThat(pay("tr_1/po_1", NOW)).isEqualTo(new Failed(reason));

        stripe.verify(postRequestedFor(urlEqualTo("/v1/transfers/tr_1/reversals"))
                .withHeader("Idempotency-Key", equalTo("payout:out_1:reversal"))
                .withFormParam("amount", equalTo("2000")));
    }

    @Test
    void a_payout_does_not_fail_before_the_money_is_back() {
        told(payout("failed", "\"account_closed\""));
        stripe.stubFor(get(urlEqualTo("/v1/transfers/tr_1")).willReturn(okJson(transfer(false))));
        stripe.stubFor(post(urlEqualTo("/v1/transfers/tr_1/reversals"))
                .willReturn(aResponse().withStatus(503)));

        assertThat(pay("tr_1/po_1", NOW)).isInstanceOf(Unknown.class);

        stripe.stubFor(get(urlEqualTo("/v1/transfers/tr_1")).willReturn(okJson(transfer(true))));
        assertThat(pay("tr_1/po_1", NOW)).isEqualTo(new Failed(PayoutFailure.ACCOUNT_CLOSED));
    }

    @ParameterizedTest
    @CsvSource({
        "400, balance_insufficient, PROVIDER_SHORT_OF_FUNDS",
        "400, payouts_not_allowed, PAYOUTS_NOT_ALLOWED",
        "400, insufficient_capabilities_for_transfer, PAYOUTS_NOT_ALLOWED",
        "400, amount_too_small, AMOUNT_REFUSED",
        "404, resource_missing, ACCOUNT_UNKNOWN",
        "403, account_invalid, PAYOUTS_NOT_ALLOWED",
        "402, something_else, DECLINED"
    })
    void a_clear_no_to_the_transfer_fails_the_payout(int status, String code, PayoutFailure reason) {
        transfers(error(status, "invalid_request_error", code));

        assertThat(pay("", NOW)).isEqualTo(new Failed(reason));
    }

    @Test
    void a_clear_no_to_the_bank_brings_the_coins_back() {
        movedAlready(0);
        payouts(error(400, "invalid_request_error", "payouts_not_allowed"));
        stripe.stubFor(post(urlEqualTo("/v1/transfers/tr_1/reversals"))
                .willReturn(okJson("{\"id\": \"trr_1\", \"object\": \"transfer_reversal\"}")));

        assertThat(pay("tr_1", NOW)).isEqualTo(new Failed(PayoutFailure.PAYOUTS_NOT_ALLOWED));

        stripe.verify(1, postRequestedFor(urlEqualTo("/v1/transfers/tr_1/reversals")));
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
        transfers(error(status, type, code).withHeader("Retry-After", "7"));

        assertThat(pay("", NOW))
                .isInstanceOfSatisfying(
                        Unknown.class, unknown -> assertThat(unknown.atLeast()).isEqualTo(Duration.ofSeconds(7)));
    }

    @ParameterizedTest
    @CsvSource({"200, ''", "500, ''", "200, <html>", "200, '{\"object\": 7'", "502, <html>", "200, {}"})
    void an_answer_that_cannot_be_read_leaves_it_open(int status, String body) {
        transfers(aResponse().withStatus(status).withBody(body));

        assertThat(pay("", NOW)).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void a_broken_line_leaves_it_open(Fault fault) {
        transfers(aResponse().withFault(fault));

        assertThat(pay("", NOW)).isInstanceOf(Unknown.class);
    }

    @Test
    void a_currency_that_stripe_counts_otherwise_is_refused_without_asking() {
        var crowns = new OpenPayout(new PayoutId("out_1"), LEA, Money.of(2000, "ISK"), "acct_1", NOW, "", 1, 0);

        assertThat(payouts().pay(crowns)).isEqualTo(new Failed(PayoutFailure.AMOUNT_REFUSED));
        stripe.verify(0, postRequestedFor(urlEqualTo("/v1/transfers")));
    }

    @Test
    void an_account_is_vouched_for_when_transfers_and_payouts_are_on() {
        account(okJson("""
                {"id": "acct_1", "object": "account", "payouts_enabled": true, "capabilities": {"transfers": "active"}}"""));
        assertThat(look()).isInstanceOf(Vouched.class);
        stripe.verify(getRequestedFor(urlEqualTo("/v1/accounts/acct_1")));
    }

    @Test
    void what_stripe_misses_is_told_in_our_words() {
        account(okJson("""
                {"id": "acct_1", "object": "account", "payouts_enabled": false, "capabilities": {"transfers": "inactive"},
                 "requirements": {"currently_due": ["external_account", "individual.dob.day", "tos_acceptance.date"],
                                  "past_due": ["business_profile.url", "individual.dob.day", "brand_new"],
                                  "disabled_reason": "requirements.past_due"}}"""));
        assertThat(look())
                .isEqualTo(new Unvouched(List.of(
                        PayeeNeed.IDENTITY,
                        PayeeNeed.BANK_ACCOUNT,
                        PayeeNeed.BUSINESS,
                        PayeeNeed.TERMS,
                        PayeeNeed.OTHER)));
        account(okJson("""
                {"id": "acct_1", "object": "account", "payouts_enabled": false,
                 "requirements": {"currently_due": [], "disabled_reason": "rejected.fraud"}}"""));
        assertThat(look()).isEqualTo(new Unvouched(List.of(PayeeNeed.REJECTED)));
        account(error(403, "invalid_request_error", "account_invalid"));
        assertThat(look()).isEqualTo(new Unvouched(List.of(PayeeNeed.RECONNECTION)));
        account(aResponse().withStatus(503));
        assertThat(look()).isInstanceOf(PayeeReply.Unknown.class);
    }

    private static PayoutReply pay(String reference, Instant askedAt) {
        return payouts()
                .pay(new OpenPayout(
                        new PayoutId("out_1"), LEA, Money.of(2_000, "USD"), "acct_1", askedAt, reference, 1, 0));
    }

    private static PayeeReply look() {
        return payouts().look(new OpenPayee("acct_1", LEA, "stripe_express", NOW, 1, 0));
    }

    private static void movedAlready(long balance) {
        stripe.stubFor(get(urlEqualTo("/v1/transfers/tr_1")).willReturn(okJson(transfer(false))));
        stripe.stubFor(get(urlPathEqualTo("/v1/payouts")).willReturn(okJson("{\"object\": \"list\", \"data\": []}")));
        stripe.stubFor(get(urlEqualTo("/v1/balance"))
                .withHeader("Stripe-Account", equalTo("acct_1"))
                .willReturn(okJson("{\"object\": \"balance\", \"available\": [{\"amount\": " + balance
                        + ", \"currency\": \"usd\"}, {\"amount\": 9, \"currency\": \"eur\"}]}")));
    }

    private static void transfers(ResponseDefinitionBuilder answer) {
        stripe.stubFor(post(urlEqualTo("/v1/transfers")).willReturn(answer));
    }

    private static void payouts(ResponseDefinitionBuilder answer) {
        stripe.stubFor(post(urlEqualTo("/v1/payouts")).willReturn(answer));
    }

    private static void told(String payout) {
        stripe.stubFor(get(urlEqualTo("/v1/payouts/po_1"))
                .withHeader("Stripe-Account", equalTo("acct_1"))
                .willReturn(okJson(payout)));
    }

    private static void account(ResponseDefinitionBuilder answer) {
        stripe.stubFor(get(urlEqualTo("/v1/accounts/acct_1")).willReturn(answer));
    }

    private static ResponseDefinitionBuilder error(int status, String type, String code) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(
                        "{\"error\": {\"type\": \"%s\", \"code\": \"%s\", \"message\": \"no\"}}".formatted(type, code));
    }

    private static String transfer(boolean reversed) {
        return "{\"id\": \"tr_1\", \"object\": \"transfer\", \"amount\": 2000, \"reversed\": " + reversed + "}";
    }

    private static String payout(String status, String failureCode) {
        return """
                {"id": "po_1", "object": "payout", "status": "%s", "failure_code": %s, "arrival_date": %s,
                 "metadata": {"payoutId": "out_1"}}""".formatted(status, failureCode, seconds(NOW));
    }

    private static String seconds(Instant moment) {
        return Long.toString(moment.getEpochSecond());
    }

    private static StripePayouts payouts() {
        var client = StripeClient.builder()
                .setApiKey("sk_test_1")
                .setApiBase(stripe.baseUrl())
                .setConnectTimeout(1_000)
                .setReadTimeout(1_000)
                .setMaxNetworkRetries(0)
                .build();
        var settings = new ConnectSettings(
                List.of("whsec_c"),
                "https://app.example/back",
                "https://app.example/again",
                "US",
                Duration.ofMinutes(5),
                Duration.ofHours(1),
                Duration.ofDays(10),
                Duration.ofDays(1),
                Duration.ofHours(23));
        return new StripePayouts(new ConnectGateway(client), settings, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
