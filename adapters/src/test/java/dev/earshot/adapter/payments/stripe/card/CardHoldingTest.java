package dev.earshot.adapter.payments.stripe.card;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static dev.earshot.adapter.payments.stripe.card.StripeAnswers.CAPTURE_BEFORE;
import static dev.earshot.adapter.payments.stripe.card.StripeAnswers.NOW;
import static dev.earshot.adapter.payments.stripe.card.StripeAnswers.declined;
import static dev.earshot.adapter.payments.stripe.card.StripeAnswers.error;
import static dev.earshot.adapter.payments.stripe.card.StripeAnswers.intent;
import static dev.earshot.adapter.payments.stripe.card.StripeAnswers.lastError;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.earshot.adapter.card.Asked;
import dev.earshot.adapter.card.CardOperation.Authorize;
import dev.earshot.adapter.card.CardReply;
import dev.earshot.adapter.card.CardReply.Authorized;
import dev.earshot.adapter.card.CardReply.Declined;
import dev.earshot.adapter.card.CardReply.NeedsCustomer;
import dev.earshot.adapter.card.CardReply.ProviderCard;
import dev.earshot.adapter.card.CardReply.Unknown;
import dev.earshot.api.card.CardDecline;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.CardId;
import dev.earshot.api.id.CardPaymentId;
import dev.earshot.api.id.CardholderId;
import dev.earshot.api.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardHoldingTest {
    private static final CallId CALL = new CallId("call_one");
    private static final Money FIVE_MINUTES = Money.of(300, "USD");
    private static final ProviderCard CARD = new ProviderCard("cus_1", "pm_1");
    private static final Authorized HELD = new Authorized("pi_1", FIVE_MINUTES, CAPTURE_BEFORE);
    private static final NeedsCustomer CONFIRM = new NeedsCustomer(
            "pi_1",
            Map.of(
                    "provider", "stripe",
                    "publishableKey", "pk_test_1",
                    "clientSecret", "pi_1_secret_x",
                    "paymentMethod", "pm_1"),
            NOW.plusSeconds(5));

    @RegisterExtension
    static WireMockExtension stripe =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    @Test
    void an_amount_is_held_for_the_listeners_account_and_our_part_is_not_told_yet() {
        answers(okJson(intent("pi_1", "requires_capture")));

        assertThat(authorize()).isEqualTo(HELD);

        stripe.verify(postRequestedFor(urlEqualTo("/v1/payment_intents"))
                .withHeader("Authorization", equalTo("Bearer sk_test_1"))
                .withHeader("Idempotency-Key", equalTo("call:call_one:hold:1:1"))
                .withHeader("Stripe-Version", equalTo("2026-07-29.dahlia"))
                .withHeader("Stripe-Account", absent())
                .withFormParam("amount", equalTo("300"))
                .withFormParam("currency", equalTo("usd"))
                .withFormParam("customer", equalTo("cus_1"))
                .withFormParam("payment_method", equalTo("pm_1"))
                .withFormParam("payment_method_types[0]", equalTo("card"))
                .withFormParam("capture_method", equalTo("manual"))
                .withFormParam("confirm", equalTo("true"))
                .withFormParam("off_session", equalTo("true"))
                .withFormParam("transfer_data[destination]", equalTo("acct_lea"))
                .withFormParam("metadata[cardPaymentId]", equalTo("cpay_onen001"))
                .withFormParam("metadata[callId]", equalTo("call_one"))
                .withFormParam("metadata[attempt]", equalTo("1"))
                .withFormParam("metadata[topUpId]", absent())
                .withFormParam("application_fee_amount", absent())
                .withFormParam("expand[0]", equalTo("latest_charge")));
    }

    @Test
    void a_yen_is_held_as_one_yen() {
        answers(okJson(intent("pi_1", "requires_capture").replace("usd", "jpy")));

        assertThat(cards().authorize(wish(Money.of(300, "JPY"), "acct_lea", 1), CARD, asked("", NOW)))
                .isEqualTo(new Authorized("pi_1", Money.of(300, "JPY"), CAPTURE_BEFORE));
        stripe.verify(postRequestedFor(urlEqualTo("/v1/payment_intents"))
                .withFormParam("amount", equalTo("300"))
                .withFormParam("currency", equalTo("jpy")));
    }

    @Test
    void of_an_authorization_whose_end_is_not_told_the_shortest_is_assumed() {
        answers(okJson(intent("pi_1", "requires_capture").replace("capture_before", "not_told")));

        assertThat(authorize()).isEqualTo(new Authorized("pi_1", FIVE_MINUTES, NOW.plus(Duration.ofHours(114))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"BHD", "KWD", "TND", "ISK", "UGX", "MGA"})
    void a_currency_that_stripe_cannot_take_to_the_unit_is_refused_without_asking(String currency) {
        assertThat(cards().authorize(wish(Money.of(5_000, currency), "acct_lea", 1), CARD, asked("", NOW)))
                .isEqualTo(new Declined(CardDecline.PAYMENT_REFUSED));
        stripe.verify(0, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sbx_lea", "fa_1", "acct_", "acct_1/../x"})
    void an_account_that_is_not_stripes_is_refused_without_asking(String payee) {
        assertThat(cards().authorize(wish(FIVE_MINUTES, payee, 1), CARD, asked("", NOW)))
                .isEqualTo(new Declined(CardDecline.PAYMENT_REFUSED));
        assertThat(cards().mayPayTo(payee)).isFalse();
        assertThat(cards().mayPayTo("acct_1Lea")).isTrue();
        stripe.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void what_is_too_much_is_cancelled_and_less_is_asked_for_under_another_name() {
        stripe.stubFor(post(urlEqualTo("/v1/payment_intents"))
                .withHeader("Idempotency-Key", equalTo("call:call_one:hold:1:1"))
                .willReturn(declined("pi_1", "card_declined", "insufficient_funds", "")));
        stripe.stubFor(post(urlEqualTo("/v1/payment_intents"))
                .withHeader("Idempotency-Key", equalTo("call:call_one:hold:1:2"))
                .willReturn(okJson(intent("pi_2", "requires_capture").replace("300", "120"))));
        cancels(okJson(intent("pi_1", "canceled")));

        assertThat(authorize()).isEqualTo(new Declined(CardDecline.INSUFFICIENT_FUNDS));
        Money twoMinutes = Money.of(120, "USD");
        assertThat(cards().authorize(wish(twoMinutes, "acct_lea", 2), CARD, asked("", NOW)))
                .isEqualTo(new Authorized("pi_2", twoMinutes, CAPTURE_BEFORE));

        stripe.verify(
                1,
                postRequestedFor(urlEqualTo("/v1/payment_intents/pi_1/cancel"))
                        .withHeader("Idempotency-Key", equalTo("call:call_one:hold:1:1:cancel"))
                        .withFormParam("cancellation_reason", equalTo("abandoned")));
        stripe.verify(0, postRequestedFor(urlEqualTo("/v1/payment_intents/pi_2/cancel")));
    }

    @ParameterizedTest
    @CsvSource({"200, ''", "503, ''", "429, <html>"})
    void a_call_does_not_wait_for_a_declined_intent_to_be_cancelled(int status, String body) {
        answers(declined("pi_1", "card_declined", "insufficient_funds", ""));
        cancels(aResponse().withStatus(status).withBody(body));

        assertThat(authorize()).isEqualTo(new Declined(CardDecline.INSUFFICIENT_FUNDS));
    }

    @ParameterizedTest
    @CsvSource({
        "card_declined, insufficient_funds, '', INSUFFICIENT_FUNDS",
        "card_declined, insufficient_funds, try_again_later, INSUFFICIENT_FUNDS",
        "card_declined, card_velocity_exceeded, '', INSUFFICIENT_FUNDS",
        "card_declined, withdrawal_count_limit_exceeded, '', INSUFFICIENT_FUNDS",
        "card_declined, insufficient_funds, do_not_try_again, CARD_DECLINED",
        "card_declined, lost_card, '', CARD_DECLINED",
        "card_declined, stolen_card, '', CARD_DECLINED",
        "card_declined, fraudulent, '', CARD_DECLINED",
        "card_declined, do_not_honor, do_not_try_again, CARD_DECLINED",
        "card_declined, generic_decline, '', CARD_DECLINED",
        "incorrect_cvc, incorrect_cvc, '', CARD_DECLINED",
        "processing_error, processing_error, '', CARD_DECLINED",
        "expired_card, expired_card, '', CARD_EXPIRED"
    })
    void a_clear_no_of_the_bank_declines(String code, String declineCode, String advice, CardDecline reason) {
        answers(declined("pi_1", code, declineCode, advice));
        cancels(okJson(intent("pi_1", "canceled")));

        assertThat(authorize()).isEqualTo(new Declined(reason));
    }

    @ParameterizedTest
    @CsvSource({
        "400, resource_missing, CARD_UNKNOWN",
        "404, resource_missing, CARD_UNKNOWN",
        "400, amount_too_small, PAYMENT_REFUSED",
        "400, insufficient_capabilities_for_transfer, PAYMENT_REFUSED",
        "400, parameter_unknown, PAYMENT_REFUSED"
    })
    void a_clear_no_of_stripe_declines(int status, String code, CardDecline reason) {
        answers(error(status, "invalid_request_error", code));

        assertThat(authorize()).isEqualTo(new Declined(reason));
    }

    @ParameterizedTest
    @CsvSource({
        "400, idempotency_error, ''",
        "401, invalid_request_error, ''",
        "403, invalid_request_error, ''",
        "409, invalid_request_error, idempotency_key_in_use",
        "429, invalid_request_error, lock_timeout",
        "500, api_error, ''",
        "503, api_error, ''"
    })
    void whatever_else_goes_wrong_leaves_it_open(int status, String type, String code) {
        answers(error(status, type, code));

        assertThat(authorize()).isInstanceOf(Unknown.class);
    }

    @Test
    void stripe_is_left_in_peace_for_as_long_as_it_asks() {
        answers(error(429, "invalid_request_error", "rate_limit").withHeader("Retry-After", "7"));

        assertThat(((Unknown) authorize()).atLeast()).isEqualTo(Duration.ofSeconds(7));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void a_broken_line_leaves_it_open(Fault fault) {
        answers(aResponse().withFault(fault));

        assertThat(authorize()).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({"200, ''", "500, ''", "402, <html>", "402, ''", "200, <html>", "200, '{\"object\": 7'", "200, {}"})
    void an_answer_that_cannot_be_read_leaves_it_open(int status, String body) {
        answers(aResponse().withStatus(status).withBody(body));

        assertThat(authorize()).isInstanceOf(Unknown.class);
    }

    @Test
    void a_time_out_after_the_effect_is_repeated_under_the_same_name() {
        answers(okJson(intent("pi_1", "requires_capture")).withFixedDelay(1_500));
        assertThat(authorize()).isInstanceOf(Unknown.class);
        answers(okJson(intent("pi_1", "requires_capture")).withHeader("Idempotent-Replayed", "true"));
        assertThat(authorize()).isEqualTo(HELD);

        stripe.verify(
                2,
                postRequestedFor(urlEqualTo("/v1/payment_intents"))
                        .withHeader("Idempotency-Key", equalTo("call:call_one:hold:1:1")));
    }

    @Test
    void once_the_key_may_be_forgotten_it_is_looked_up_by_our_names_and_not_held_again() {
        String another = intent("pi_0", "requires_capture").replace("cpay_onen001", "cpay_onen002");
        String firstAttempt = intent("pi_1", "requires_capture");
        String bySomebody =
                "{\"id\": \"pi_t\", \"object\": \"payment_intent\", \"metadata\": {\"topUpId\": \"top_1\"}}";
        listed(bySomebody + "," + another + "," + firstAttempt);

        assertThat(forgotten()).isEqualTo(HELD);

        stripe.verify(getRequestedFor(urlPathEqualTo("/v1/payment_intents"))
                .withQueryParam("customer", equalTo("cus_1"))
                .withQueryParam("expand[0]", equalTo("data.latest_charge")));
        stripe.verify(0, postRequestedFor(urlEqualTo("/v1/payment_intents")));
    }

    @Test
    void what_was_never_held_is_declined_once_the_key_may_be_forgotten() {
        listed(intent("pi_1", "requires_capture").replace("\"attempt\": \"1\"", "\"attempt\": \"2\""));

        assertThat(forgotten()).isEqualTo(new Declined(CardDecline.CARD_DECLINED));
        stripe.verify(0, postRequestedFor(urlEqualTo("/v1/payment_intents")));
    }

    @ParameterizedTest
    @CsvSource({"authentication_required, authentication_required", "card_declined, authentication_required"})
    void what_the_bank_wants_confirmed_is_for_the_members_client(String code, String declineCode) {
        answers(declined("pi_1", code, declineCode, ""));

        assertThat(authorize()).isEqualTo(CONFIRM);
        stripe.verify(0, postRequestedFor(urlEqualTo("/v1/payment_intents/pi_1/cancel")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"requires_action", "processing"})
    void what_is_being_confirmed_is_asked_about_again(String status) {
        read(intent("pi_1", status));

        assertThat(askedAbout(NOW)).isEqualTo(CONFIRM);
    }

    @Test
    void what_was_confirmed_is_held() {
        read(intent("pi_1", "requires_capture"));

        assertThat(askedAbout(NOW.minusSeconds(600))).isEqualTo(HELD);
        stripe.verify(0, postRequestedFor(urlEqualTo("/v1/payment_intents")));
    }

    @Test
    void what_the_member_failed_to_confirm_is_cancelled_for_sure_before_it_is_declined() {
        String failed = lastError("payment_intent_authentication_failure", "");
        read(intent("pi_1", "requires_payment_method", failed));
        cancels(error(503, "api_error", ""));
        assertThat(askedAbout(NOW)).isInstanceOf(Unknown.class);
        cancels(okJson(intent("pi_1", "canceled")));

        assertThat(askedAbout(NOW)).isEqualTo(new Declined(CardDecline.AUTHENTICATION_REQUIRED));
    }

    @Test
    void what_nobody_confirms_in_time_is_cancelled() {
        String wanted = lastError("authentication_required", "authentication_required");
        read(intent("pi_1", "requires_payment_method", wanted));
        cancels(okJson(intent("pi_1", "canceled")));

        assertThat(askedAbout(NOW.minusSeconds(119))).isEqualTo(CONFIRM);
        assertThat(askedAbout(NOW.minusSeconds(121))).isEqualTo(new Declined(CardDecline.AUTHENTICATION_REQUIRED));
        stripe.verify(1, postRequestedFor(urlEqualTo("/v1/payment_intents/pi_1/cancel")));
    }

    @Test
    void what_was_cancelled_meanwhile_is_declined() {
        read(intent("pi_1", "canceled"));

        assertThat(askedAbout(NOW)).isEqualTo(new Declined(CardDecline.CARD_DECLINED));
    }

    private static CardReply authorize() {
        return cards().authorize(wish(FIVE_MINUTES, "acct_lea", 1), CARD, asked("", NOW));
    }

    private static CardReply askedAbout(Instant since) {
        return cards().authorize(wish(FIVE_MINUTES, "acct_lea", 1), CARD, asked("pi_1", since));
    }

    private static CardReply forgotten() {
        return cards().authorize(wish(FIVE_MINUTES, "acct_lea", 1), CARD, asked("", NOW.minus(Duration.ofHours(24))));
    }

    private static StripeCards cards() {
        return StripeAnswers.cards(stripe.baseUrl());
    }

    private static Asked asked(String reference, Instant since) {
        return new Asked(since, reference, 1);
    }

    private static Authorize wish(Money amount, String payee, int attempt) {
        var member = CardholderId.of(new AccountId("acc_ann"));
        return new Authorize(CardPaymentId.of(CALL, 1), CALL, member, new CardId("card_one"), payee, amount, attempt);
    }

    private static void answers(ResponseDefinitionBuilder answer) {
        stripe.stubFor(post(urlEqualTo("/v1/payment_intents")).willReturn(answer));
    }

    private static void cancels(ResponseDefinitionBuilder answer) {
        stripe.stubFor(post(urlEqualTo("/v1/payment_intents/pi_1/cancel")).willReturn(answer));
    }

    private static void read(String intent) {
        stripe.stubFor(get(urlPathEqualTo("/v1/payment_intents/pi_1")).willReturn(okJson(intent)));
    }

    private static void listed(String intents) {
        stripe.stubFor(get(urlPathEqualTo("/v1/payment_intents"))
                .willReturn(okJson("{\"object\": \"list\", \"url\": \"/v1/payment_intents\", \"has_more\": false,"
                        + " \"data\": [" + intents + "]}")));
    }
}
