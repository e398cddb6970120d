package dev.earshot.app.story;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.earshot.app.client.Answer;
import dev.earshot.app.client.Hearts;
import dev.earshot.app.client.Listener;
import dev.earshot.app.client.Member;
import dev.earshot.app.client.Talk;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Calls that a card pays through Stripe's API, on a platform of its own, with somebody who answers as Stripe does. */
class CardCallAtStripeTest {
    private static final Hearts HEARTS = new Hearts(Duration.ofMillis(500));
    private static final WireMockServer STRIPE =
            new WireMockServer(options().dynamicPort().globalTemplating(true));
    private static final OwnProcess PLATFORM = new OwnProcess();

    /** The form that was sent, as the template's {@code form}. */
    private static final String FORM = "{{formData request.body 'form' urlDecode=true}}";

    @BeforeAll
    static void start() {
        STRIPE.start();
        accounts("US", "acct_lea");
        accounts("FR", "acct_leo");
        accounts("DE", "elsewhere_1");
        cards();
        STRIPE.stubFor(get(urlPathEqualTo("/v1/events"))
                .willReturn(okJson("{\"object\": \"list\", \"data\": [], \"has_more\": false}")));
        PLATFORM.start(
                "--payments.provider=stripe",
                "--payments.stripe.api-base=" + STRIPE.baseUrl(),
                "--payments.stripe.api-key=sk_test_1",
                "--payments.stripe.publishable-key=pk_test_1",
                "--payments.stripe.webhook-secrets=whsec_1",
                "--payments.stripe.connect.webhook-secrets=whsec_c",
                "--payments.stripe.connect.return-url=https://app.example/back",
                "--payments.stripe.connect.refresh-url=https://app.example/again");
    }

    @AfterAll
    static void stop() {
        PLATFORM.close();
        STRIPE.stop();
    }

    @Test
    void a_card_is_authorized_for_less_when_it_must_be_and_pays_what_was_talked_to_the_listeners_account() {
        Talk talk = ringing(cardholder("ann"), payableListener("lea", "US"));
        talk.accept().ok();
        Market.connect(talk);
        Market.after(talk, 3);
        talk.endByMember().ok();

        Answer call = Market.settled(talk);
        is(talk, "CAPTURED");

        long charged = Market.charged(call);
        assertThat(call.number("card.0.authorized.minor"))
                .as("6 seconds, not 10")
                .isEqualTo(600);
        List<LoggedRequest> captures = asked(".*/capture", talk);
        assertThat(sum(captures, "amount_to_capture")).isEqualTo(charged);
        assertThat(sum(captures, "application_fee_amount")).isEqualTo(Formula.fee(charged));
        assertThat(asked(".*n001_1/cancel", talk))
                .as("the first, too large attempt")
                .hasSize(1);
        assertThat(asked("/v1/payment_intents", talk))
                .isNotEmpty()
                .allMatch(held -> held.formParameter("transfer_data[destination]")
                        .firstValue()
                        .equals("acct_lea"));
        Market.eventually()
                .until(() -> talk.listener().person().get("/v1/me/earnings").number("paidOut.minor")
                        == charged - Formula.fee(charged));
    }

    @Test
    void a_call_that_nobody_answers_is_cancelled_at_stripe() {
        Talk talk = ringing(cardholder("bea"), payableListener("leo", "FR"));
        talk.endByMember().ok();

        Market.overForNothing(talk, "CANCELLED");
        is(talk, "VOIDED");

        assertThat(asked(".*n001_2/cancel", talk)).hasSize(1);
        assertThat(asked(".*/capture", talk)).isEmpty();
    }

    @Test
    void a_listener_whose_account_is_not_at_stripe_takes_no_cards() {
        Answer answer = cardholder("cid").tryToCallByCard(payableListener("lou", "DE"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("LISTENER_TAKES_NO_CARDS");
        assertThat(STRIPE.findAll(postRequestedFor(urlEqualTo("/v1/payment_intents"))))
                .noneMatch(held -> held.formParameter("transfer_data[destination]")
                        .firstValue()
                        .equals("elsewhere_1"));
    }

    private static Member cardholder(String name) {
        Member member = new Member(PLATFORM.api().signIn(name));
        String card = member.saveCard("pm_" + name);
        Market.eventually().until(() -> member.person().get("/v1/cards/" + card).text("status"), "SAVED"::equals);
        return member;
    }

    private static Listener payableListener(String name, String country) {
        Listener listener = new Listener(PLATFORM.api().signIn(name, "listener"))
                .publish(name, "listening", "en", Market.RATE)
                .goLive();
        HEARTS.present(listener);
        listener.person()
                .post(
                        "/v1/me/payout-account",
                        Map.of("method", "stripe_express", "details", Map.of("country", country)))
                .ok();
        Market.eventually()
                .until(() -> listener.person()
                        .get("/v1/me/payout-account")
                        .at("verified")
                        .asBoolean());
        return listener;
    }

    private static Talk ringing(Member member, Listener listener) {
        Talk talk = member.callByCard(listener);
        Market.is(talk, "RINGING");
        return talk;
    }

    private static void is(Talk talk, String status) {
        Market.eventually()
                .until(talk::state, call -> call.text("card.0.status").equals(status));
    }

    /** What was asked of this call's intents. */
    private static List<LoggedRequest> asked(String path, Talk talk) {
        String call = talk.callId().substring("call_".length());
        return STRIPE.findAll(postRequestedFor(urlPathMatching(path))).stream()
                .filter(request -> (request.getUrl() + request.getBodyAsString()).contains(call))
                .toList();
    }

    private static long sum(List<LoggedRequest> requests, String field) {
        return requests.stream()
                .mapToLong(
                        request -> Long.parseLong(request.formParameter(field).firstValue()))
                .sum();
    }

    private static void accounts(String country, String account) {
        STRIPE.stubFor(post(urlEqualTo("/v1/accounts"))
                .withFormParam("country", equalTo(country))
                .willReturn(okJson("{\"id\": \"" + account + "\", \"object\": \"account\"}")));
        STRIPE.stubFor(post(urlEqualTo("/v1/account_links"))
                .willReturn(okJson("{\"object\": \"account_link\", \"url\": \"https://connect.stripe.com/setup/x\"}")));
        STRIPE.stubFor(get(urlEqualTo("/v1/accounts/" + account)).willReturn(okJson("""
                {"id": "%s", "object": "account", "payouts_enabled": true,
                 "capabilities": {"transfers": "active"}, "requirements": {"currently_due": []}}""".formatted(account))));
    }

    /** The first attempt for each authorization is too much for every card, the second is not. */
    private static void cards() {
        STRIPE.stubFor(
                post(urlEqualTo("/v1/customers")).willReturn(okJson("{\"id\": \"cus_1\", \"object\": \"customer\"}")));
        STRIPE.stubFor(post(urlEqualTo("/v1/setup_intents")).willReturn(okJson(FORM + """
                {"id": "seti_1", "object": "setup_intent", "status": "succeeded", "customer": "cus_1",
                 "payment_method": {"id": "{{form.payment_method}}", "object": "payment_method", "card": {"brand": "visa",
                   "last4": "4242", "exp_month": 2, "exp_year": 2031, "fingerprint": "print_{{form.payment_method}}"} } }""")));
        String name = "pi_{{lookup form 'metadata[cardPaymentId]'}}_{{lookup form 'metadata[attempt]'}}";
        STRIPE.stubFor(post(urlEqualTo("/v1/payment_intents"))
                .withFormParam("metadata[attempt]", equalTo("1"))
                .willReturn(aResponse().withStatus(402).withBody(FORM + """
                {"error": {"type": "card_error", "code": "card_declined", "decline_code": "insufficient_funds",
                  "payment_intent": {"id": "%s", "object": "payment_intent", "status": "requires_payment_method"} } }""".formatted(name))));
        STRIPE.stubFor(post(urlEqualTo("/v1/payment_intents"))
                .withFormParam("metadata[attempt]", equalTo("2"))
                .willReturn(okJson(FORM + """
                {"id": "%s", "object": "payment_intent", "status": "requires_capture", "amount": {{form.amount}},
                 "currency": "usd", "latest_charge": {"id": "ch_1", "object": "charge", "payment_method_details":
                   {"card": {"capture_before": 4102444800} } } }""".formatted(name))));
        STRIPE.stubFor(
                post(urlPathMatching("/v1/payment_intents/pi_[^/]+/capture")).willReturn(okJson(FORM + """
                {"id": "{{request.pathSegments.[2]}}", "object": "payment_intent", "status": "succeeded",
                 "amount_received": {{form.amount_to_capture}}, "currency": "usd"}""")));
        STRIPE.stubFor(
                post(urlPathMatching("/v1/payment_intents/pi_[^/]+/cancel"))
                        .willReturn(
                                okJson(
                                        "{\"id\": \"{{request.pathSegments.[2]}}\", \"object\": \"payment_intent\", \"status\": \"canceled\"}")));
    }
}
