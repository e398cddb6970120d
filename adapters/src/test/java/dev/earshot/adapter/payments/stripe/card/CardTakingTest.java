package dev.earshot.adapter.payments.stripe.card;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static dev.earshot.adapter.payments.stripe.card.StripeAnswers.NOW;
import static dev.earshot.adapter.payments.stripe.card.StripeAnswers.error;
import static dev.earshot.adapter.payments.stripe.card.StripeAnswers.intent;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.earshot.adapter.card.Asked;
import dev.earshot.adapter.card.CardOperation.Capture;
import dev.earshot.adapter.card.CardOperation.Release;
import dev.earshot.adapter.card.CardOperation.Watch;
import dev.earshot.adapter.card.CardReply;
import dev.earshot.adapter.card.CardReply.Captured;
import dev.earshot.adapter.card.CardReply.Done;
import dev.earshot.adapter.card.CardReply.Lapsed;
import dev.earshot.adapter.card.CardReply.NotCaptured;
import dev.earshot.adapter.card.CardReply.Stands;
import dev.earshot.adapter.card.CardReply.Unknown;
import dev.earshot.api.card.CaptureFailure;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.CardPaymentId;
import dev.earshot.api.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CardTakingTest {
    private static final String CAPTURE = "/v1/payment_intents/pi_1/capture";
    private static final String CANCEL = "/v1/payment_intents/pi_1/cancel";
    private static final CallId CALL = new CallId("call_one");
    private static final CardPaymentId PAYMENT = CardPaymentId.of(CALL, 1);
    private static final Captured TAKEN = new Captured(Money.of(120, "USD"));

    @RegisterExtension
    static WireMockExtension stripe =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    @Test
    void what_was_talked_is_taken_with_our_part_of_it() {
        answers(CAPTURE, okJson(intent("pi_1", "succeeded")));

        assertThat(capture(18, 1)).isEqualTo(TAKEN);

        stripe.verify(postRequestedFor(urlEqualTo(CAPTURE))
                .withHeader("Authorization", equalTo("Bearer sk_test_1"))
                .withHeader("Idempotency-Key", equalTo("call:call_one:capture:1:1"))
                .withHeader("Stripe-Version", equalTo("2026-07-29.dahlia"))
                .withFormParam("amount_to_capture", equalTo("120"))
                .withFormParam("application_fee_amount", equalTo("18")));
    }

    @Test
    void our_part_is_told_even_when_it_is_nothing() {
        answers(CAPTURE, okJson(intent("pi_1", "succeeded")));

        assertThat(capture(0, 1)).isEqualTo(TAKEN);

        stripe.verify(postRequestedFor(urlEqualTo(CAPTURE)).withFormParam("application_fee_amount", equalTo("0")));
    }

    @Test
    void a_capture_whose_answer_was_lost_is_found_and_made_once() {
        answers(CAPTURE, okJson(intent("pi_1", "succeeded")).withFixedDelay(1_500));
        assertThat(capture(18, 1)).isInstanceOf(Unknown.class);
        read(okJson(intent("pi_1", "succeeded")));

        assertThat(capture(18, 2)).isEqualTo(TAKEN);

        stripe.verify(1, postRequestedFor(urlEqualTo(CAPTURE)));
    }

    @Test
    void a_failure_that_stripe_would_repeat_for_a_day_does_not_keep_what_is_held_from_being_taken() {
        stripe.stubFor(post(urlEqualTo(CAPTURE))
                .withHeader("Idempotency-Key", equalTo("call:call_one:capture:1:1"))
                .willReturn(error(500, "api_error", "")));
        stripe.stubFor(post(urlEqualTo(CAPTURE))
                .withHeader("Idempotency-Key", equalTo("call:call_one:capture:1:1:2"))
                .willReturn(okJson(intent("pi_1", "succeeded"))));
        read(okJson(intent("pi_1", "requires_capture")));

        assertThat(capture(18, 1)).isInstanceOf(Unknown.class);
        assertThat(capture(18, 2)).isEqualTo(TAKEN);
    }

    @Test
    void nothing_is_taken_again_while_it_cannot_be_looked_up() {
        read(error(503, "api_error", ""));

        assertThat(capture(18, 2)).isInstanceOf(Unknown.class);
        stripe.verify(0, postRequestedFor(urlEqualTo(CAPTURE)));
    }

    @ParameterizedTest
    @CsvSource({"payment_intent_unexpected_state", "charge_already_captured"})
    void what_is_further_than_we_know_is_read_and_never_taken_blindly(String code) {
        answers(CAPTURE, error(400, "invalid_request_error", code));

        read(okJson(intent("pi_1", "succeeded")));
        assertThat(capture(18, 1)).isEqualTo(TAKEN);
        read(okJson(intent("pi_1", "canceled")));
        assertThat(capture(18, 1)).isEqualTo(new NotCaptured(CaptureFailure.AUTHORIZATION_GONE));
        read(okJson(intent("pi_1", "requires_capture")));
        assertThat(capture(18, 1)).isInstanceOf(Unknown.class);
        read(okJson(intent("pi_1", "something_new")));
        assertThat(capture(18, 1)).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({
        "400, charge_expired_for_capture, AUTHORIZATION_GONE",
        "400, capture_charge_authorization_expired, AUTHORIZATION_GONE",
        "404, resource_missing, AUTHORIZATION_GONE",
        "400, amount_too_small, REFUSED",
        "402, card_declined, REFUSED"
    })
    void a_clear_no_says_whether_it_may_work_later(int status, String code, CaptureFailure reason) {
        answers(CAPTURE, error(status, "invalid_request_error", code));

        assertThat(capture(18, 1)).isEqualTo(new NotCaptured(reason));
    }

    @ParameterizedTest
    @CsvSource({
        "400, idempotency_error, ''",
        "401, invalid_request_error, ''",
        "409, invalid_request_error, idempotency_key_in_use",
        "429, invalid_request_error, lock_timeout",
        "500, api_error, ''"
    })
    void whatever_else_goes_wrong_leaves_it_open(int status, String type, String code) {
        answers(CAPTURE, error(status, type, code));
        answers(CANCEL, error(status, type, code));

        assertThat(capture(18, 1)).isInstanceOf(Unknown.class);
        assertThat(release(1)).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void a_broken_line_leaves_it_open(Fault fault) {
        answers(CAPTURE, aResponse().withFault(fault));
        answers(CANCEL, aResponse().withFault(fault));
        read(aResponse().withFault(fault));

        assertThat(capture(18, 1)).isInstanceOf(Unknown.class);
        assertThat(release(1)).isInstanceOf(Unknown.class);
        assertThat(watch()).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({"200, ''", "500, ''", "400, <html>", "402, ''", "200, <html>", "200, {}"})
    void an_answer_that_cannot_be_read_leaves_it_open(int status, String body) {
        answers(CAPTURE, aResponse().withStatus(status).withBody(body));
        answers(CANCEL, aResponse().withStatus(status).withBody(body));
        read(aResponse().withStatus(status).withBody(body));

        assertThat(capture(18, 1)).isInstanceOf(Unknown.class);
        assertThat(release(1)).isInstanceOf(Unknown.class);
        assertThat(watch()).isInstanceOf(Unknown.class);
    }

    @Test
    void what_was_not_talked_is_let_go() {
        answers(CANCEL, okJson(intent("pi_1", "canceled")));

        assertThat(release(1)).isEqualTo(new Done());

        stripe.verify(postRequestedFor(urlEqualTo(CANCEL))
                .withHeader("Idempotency-Key", equalTo("call:call_one:cancel:1"))
                .withFormParam("cancellation_reason", equalTo("abandoned")));
    }

    @Test
    void what_was_let_go_already_is_not_let_go_again() {
        answers(CANCEL, error(400, "invalid_request_error", "payment_intent_unexpected_state"));
        read(okJson(intent("pi_1", "canceled")));

        assertThat(release(1)).isEqualTo(new Done());
        assertThat(release(2)).isEqualTo(new Done());
        stripe.verify(1, postRequestedFor(urlEqualTo(CANCEL)));
    }

    @Test
    void what_was_taken_instead_is_never_said_to_be_let_go() {
        answers(CANCEL, error(400, "invalid_request_error", "payment_intent_unexpected_state"));
        read(okJson(intent("pi_1", "succeeded")));

        assertThat(release(1)).isInstanceOf(Unknown.class);
        assertThat(release(2)).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({"requires_capture", "succeeded"})
    void what_is_held_or_taken_stands(String status) {
        read(okJson(intent("pi_1", status)));

        assertThat(watch()).isEqualTo(new Stands());
    }

    @Test
    void what_stripe_or_somebody_there_has_cancelled_has_lapsed() {
        read(okJson(intent("pi_1", "canceled")));
        assertThat(watch()).isEqualTo(new Lapsed());
        read(error(404, "invalid_request_error", "resource_missing"));
        assertThat(watch()).isEqualTo(new Lapsed());
    }

    private static CardReply capture(long fee, int attempts) {
        var wish = new Capture(PAYMENT, CALL, "pi_1", Money.of(120, "USD"), Money.of(fee, "USD"), 1);
        return cards().capture(wish, new Asked(NOW, "", attempts));
    }

    private static CardReply release(int attempts) {
        return cards().release(new Release(PAYMENT, CALL, "pi_1"), new Asked(NOW, "", attempts));
    }

    private static CardReply watch() {
        return cards().watch(new Watch(PAYMENT, CALL, "pi_1", NOW));
    }

    private static StripeCards cards() {
        return StripeAnswers.cards(stripe.baseUrl());
    }

    private static void answers(String path, ResponseDefinitionBuilder answer) {
        stripe.stubFor(post(urlEqualTo(path)).willReturn(answer));
    }

    private static void read(ResponseDefinitionBuilder answer) {
        stripe.stubFor(get(urlPathEqualTo("/v1/payment_intents/pi_1")).willReturn(answer));
    }
}
