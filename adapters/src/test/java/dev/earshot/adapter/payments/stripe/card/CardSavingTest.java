package dev.earshot.adapter.payments.stripe.card;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
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
import static dev.earshot.adapter.payments.stripe.card.StripeAnswers.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.earshot.adapter.TestDatabase;
import dev.earshot.adapter.card.Asked;
import dev.earshot.adapter.card.CardOperation.Save;
import dev.earshot.adapter.card.CardReply;
import dev.earshot.adapter.card.CardReply.CardFace;
import dev.earshot.adapter.card.CardReply.Declined;
import dev.earshot.adapter.card.CardReply.Done;
import dev.earshot.adapter.card.CardReply.NeedsCustomer;
import dev.earshot.adapter.card.CardReply.ProviderCard;
import dev.earshot.adapter.card.CardReply.Saved;
import dev.earshot.adapter.card.CardReply.Unknown;
import dev.earshot.api.card.CardDecline;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CardId;
import dev.earshot.api.id.CardholderId;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardSavingTest {
    private static final Saved SAVED =
            new Saved(new ProviderCard("cus_1", "pm_1"), "print_1", new CardFace("visa", "4242", "02/2031"));
    private static final NeedsCustomer ENTER = new NeedsCustomer(
            "seti_1",
            Map.of("provider", "stripe", "publishableKey", "pk_test_1", "clientSecret", "seti_1_secret_x"),
            NOW.plusSeconds(60));

    @RegisterExtension
    static WireMockExtension stripe =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    @BeforeEach
    void nobodyIsKnown() {
        TestDatabase.jdbc().sql("TRUNCATE provider_customer").update();
        stripe.stubFor(
                post(urlEqualTo("/v1/customers")).willReturn(okJson("{\"id\": \"cus_1\", \"object\": \"customer\"}")));
    }

    @Test
    void a_card_is_entered_at_stripe_by_the_members_client() {
        begins(setup("requires_payment_method", "null"));

        assertThat(save("card", "", NOW)).isEqualTo(ENTER);

        stripe.verify(postRequestedFor(urlEqualTo("/v1/customers"))
                .withHeader("Idempotency-Key", equalTo("cust:acc_ann"))
                .withFormParam("metadata[cardholderId]", equalTo(ann().value()))
                .withFormParam("email", absent())
                .withFormParam("name", absent()));
        stripe.verify(postRequestedFor(urlEqualTo("/v1/setup_intents"))
                .withHeader("Authorization", equalTo("Bearer sk_test_1"))
                .withHeader("Idempotency-Key", equalTo("card:card_one:save"))
                .withHeader("Stripe-Version", equalTo("2026-07-29.dahlia"))
                .withFormParam("customer", equalTo("cus_1"))
                .withFormParam("usage", equalTo("off_session"))
                .withFormParam("payment_method_types[0]", equalTo("card"))
                .withFormParam("metadata[cardId]", equalTo("card_one"))
                .withFormParam("payment_method", absent())
                .withFormParam("confirm", absent()));
    }

    @Test
    void a_member_is_made_known_to_stripe_once() {
        begins(setup("requires_payment_method", "null"));

        save("card", "", NOW);
        save("card", "", NOW);

        stripe.verify(1, postRequestedFor(urlEqualTo("/v1/customers")));
    }

    @Test
    void a_named_card_is_saved_at_once() {
        begins(setup("succeeded", "null"));

        assertThat(save("pm_1", "", NOW)).isEqualTo(SAVED);

        stripe.verify(postRequestedFor(urlEqualTo("/v1/setup_intents"))
                .withFormParam("payment_method", equalTo("pm_1"))
                .withFormParam("confirm", equalTo("true")));
    }

    @Test
    void a_card_that_was_entered_is_saved() {
        reads(setup("succeeded", "null"));

        assertThat(save("card", "seti_1", NOW.minusSeconds(7_200))).isEqualTo(SAVED);
        stripe.verify(0, postRequestedFor(urlEqualTo("/v1/setup_intents")));
    }

    @Test
    void a_card_without_a_fingerprint_is_told_from_others_by_its_name() {
        reads(setup("succeeded", "null").replace("\"print_1\"", "null"));

        assertThat(((Saved) save("card", "seti_1", NOW)).fingerprint()).isEqualTo("pm_1");
    }

    @Test
    void a_wrong_entry_may_be_corrected_until_it_takes_too_long() {
        String wrong = "{\"type\": \"card_error\", \"code\": \"expired_card\"}";
        reads(setup("requires_payment_method", wrong));
        stripe.stubFor(
                post(urlEqualTo("/v1/setup_intents/seti_1/cancel")).willReturn(okJson(setup("canceled", wrong))));

        assertThat(save("card", "seti_1", NOW.minusSeconds(3_599))).isEqualTo(ENTER);
        assertThat(save("card", "seti_1", NOW.minusSeconds(3_600))).isEqualTo(new Declined(CardDecline.CARD_EXPIRED));
        stripe.verify(1, postRequestedFor(urlEqualTo("/v1/setup_intents/seti_1/cancel")));
    }

    @Test
    void a_card_that_may_still_be_saved_is_not_turned_away() {
        reads(setup("requires_action", "null"));
        stripe.stubFor(post(urlEqualTo("/v1/setup_intents/seti_1/cancel"))
                .willReturn(error(400, "invalid_request_error", "setup_intent_unexpected_state")));

        assertThat(save("card", "seti_1", NOW.minusSeconds(3_600))).isInstanceOf(Unknown.class);
    }

    @Test
    void what_was_cancelled_is_turned_away() {
        reads(setup("canceled", "null"));

        assertThat(save("card", "seti_1", NOW)).isEqualTo(new Declined(CardDecline.AUTHENTICATION_REQUIRED));
    }

    @ParameterizedTest
    @CsvSource({
        "402, card_error, card_declined, CARD_DECLINED",
        "402, card_error, expired_card, CARD_EXPIRED",
        "400, invalid_request_error, resource_missing, CARD_UNKNOWN"
    })
    void a_clear_no_turns_the_card_away(int status, String type, String code, CardDecline reason) {
        stripe.stubFor(post(urlEqualTo("/v1/setup_intents")).willReturn(error(status, type, code)));

        assertThat(save("pm_1", "", NOW)).isEqualTo(new Declined(reason));
    }

    @ParameterizedTest
    @CsvSource({"200, ''", "500, ''", "409, '{\"error\": {\"code\": \"idempotency_key_in_use\"}}'", "200, {}"})
    void whatever_else_goes_wrong_leaves_it_open(int status, String body) {
        stripe.stubFor(post(urlEqualTo("/v1/setup_intents")).willReturn(json(status, body)));
        assertThat(save("card", "", NOW)).isInstanceOf(Unknown.class);

        TestDatabase.jdbc().sql("TRUNCATE provider_customer").update();
        stripe.stubFor(post(urlEqualTo("/v1/customers")).willReturn(json(status, body)));
        assertThat(save("card", "", NOW)).isInstanceOf(Unknown.class);
    }

    @Test
    void a_card_that_is_forgotten_is_detached() {
        stripe.stubFor(post(urlEqualTo("/v1/payment_methods/pm_1/detach"))
                .willReturn(okJson("{\"id\": \"pm_1\", \"object\": \"payment_method\"}")));

        assertThat(forget()).isEqualTo(new Done());
        stripe.verify(postRequestedFor(urlEqualTo("/v1/payment_methods/pm_1/detach"))
                .withHeader("Idempotency-Key", equalTo("detach:pm_1")));
    }

    @Test
    void a_card_that_was_detached_already_is_forgotten_and_one_that_may_not_be_is_not() {
        stripe.stubFor(post(urlPathEqualTo("/v1/payment_methods/pm_1/detach"))
                .willReturn(error(400, "invalid_request_error", "payment_method_unexpected_state")));
        assertThat(forget()).isEqualTo(new Done());

        stripe.stubFor(post(urlPathEqualTo("/v1/payment_methods/pm_1/detach"))
                .willReturn(aResponse().withStatus(503)));
        assertThat(forget()).isInstanceOf(Unknown.class);
    }

    @Test
    void only_stripes_cards_are_kept() {
        assertThat(cards().mayKeep("card")).isTrue();
        assertThat(cards().mayKeep("pm_1abc")).isTrue();
        assertThat(cards().mayKeep("test_ok")).isFalse();
        assertThat(cards().mayKeep("pm_1/../x")).isFalse();
    }

    private static CardReply save(String method, String reference, Instant since) {
        return cards().save(new Save(ann(), new CardId("card_one"), method), new Asked(since, reference, 1));
    }

    private static CardReply forget() {
        return cards().forget(new ProviderCard("cus_1", "pm_1"));
    }

    private static CardholderId ann() {
        return CardholderId.of(new AccountId("acc_ann"));
    }

    private static StripeCards cards() {
        return StripeAnswers.cards(stripe.baseUrl());
    }

    private static void begins(String answer) {
        stripe.stubFor(post(urlEqualTo("/v1/setup_intents")).willReturn(okJson(answer)));
    }

    private static void reads(String answer) {
        stripe.stubFor(get(urlPathEqualTo("/v1/setup_intents/seti_1"))
                .withQueryParam("expand[0]", equalTo("payment_method"))
                .willReturn(okJson(answer)));
    }

    private static String setup(String status, String lastError) {
        String method = """
                {"id": "pm_1", "object": "payment_method", "type": "card", "card": {"brand": "visa", "last4": "4242",
                  "exp_month": 2, "exp_year": 2031, "fingerprint": "print_1"}}""";
        return """
                {"id": "seti_1", "object": "setup_intent", "status": "%s", "client_secret": "seti_1_secret_x",
                 "customer": "cus_1", "payment_method": %s, "last_setup_error": %s, "metadata": {"cardId": "card_one"}}""".formatted(status, status.equals("succeeded") ? method : "null", lastError);
    }
}
