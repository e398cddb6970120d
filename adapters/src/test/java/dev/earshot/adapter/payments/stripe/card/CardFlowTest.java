package dev.earshot.adapter.payments.stripe.card;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static dev.earshot.adapter.payments.stripe.card.StripeAnswers.CAPTURE_BEFORE;
import static dev.earshot.adapter.payments.stripe.card.StripeAnswers.declined;
import static dev.earshot.adapter.payments.stripe.card.StripeAnswers.intent;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.stripe.net.Webhook;
import dev.earshot.adapter.Adapters;
import dev.earshot.api.call.Parties;
import dev.earshot.api.card.CardDecline;
import dev.earshot.api.card.CardPaymentCommand.ConfirmAuthorization;
import dev.earshot.api.card.CardPaymentCommand.ConfirmCapture;
import dev.earshot.api.card.CardPaymentCommand.DeclineAuthorization;
import dev.earshot.api.card.CardPaymentCommand.ExpireAuthorization;
import dev.earshot.api.card.CardPaymentEvent.AuthorizationRequested;
import dev.earshot.api.card.CardPaymentEvent.CaptureRequested;
import dev.earshot.api.card.CardPaymentEvent.CardAuthorized;
import dev.earshot.api.card.CardholderCommand.ConfirmCard;
import dev.earshot.api.card.CardholderEvent.CardOffered;
import dev.earshot.api.card.CardholderEvent.CardRemoved;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.CardId;
import dev.earshot.api.id.CardPaymentId;
import dev.earshot.api.id.CardholderId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.id.PersonId;
import dev.earshot.api.money.Money;
import dev.earshot.api.person.PersonCommand.KeepTexts;
import dev.earshot.api.person.Sealed;
import dev.earshot.platform.IntegrationTest;
import dev.earshot.platform.payments.NextSteps;
import dev.earshot.platform.people.Sealing;
import dev.earshot.platform.web.Api;
import java.time.Duration;
import java.time.Instant;
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

/** A saved card and a call's payment by it, from the facts in the log to Stripe and back, by its answers and its hooks. */
@IntegrationTest(
        value = {Adapters.class, CardSide.class},
        web = WebEnvironment.RANDOM_PORT,
        settings = {
            "payments.provider=stripe",
            "payments.card.look-every=50ms",
            "payments.card.first-wait=200ms",
            "payments.stripe.api-key=sk_test_1",
            "payments.stripe.publishable-key=pk_test_1",
            "payments.stripe.webhook-secrets=whsec_1",
            "payments.stripe.card.ask-saved-after=1h",
            "payments.stripe.card.ask-after=1h",
            "hooks.every=50ms"
        })
class CardFlowTest {
    private static final CardholderId ANN = CardholderId.of(new AccountId("acc_ann"));
    private static final Parties PARTIES = new Parties(new AccountId("acc_ann"), new ListenerId("lis_lea"));
    private static final Money FIVE_MINUTES = Money.of(300, "USD");
    private static final Money TWO_MINUTES = Money.of(120, "USD");

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
    NextSteps nextSteps;

    @Autowired
    Sealing sealing;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CardSide told;

    @DynamicPropertySource
    static void address(DynamicPropertyRegistry settings) {
        settings.add("payments.stripe.api-base", stripe::baseUrl);
    }

    @Test
    void a_card_is_entered_saved_when_the_hook_comes_and_detached_when_it_is_removed() {
        stripe.stubFor(
                post(urlEqualTo("/v1/customers")).willReturn(okJson("{\"id\": \"cus_a\", \"object\": \"customer\"}")));
        stripe.stubFor(post(urlEqualTo("/v1/setup_intents")).willReturn(okJson("""
                        {"id": "seti_a", "object": "setup_intent", "status": "requires_payment_method",
                         "client_secret": "seti_a_secret"}""")));
        CardId card = new CardId("card_entered");
        publish(new CardOffered(ANN, card, "card", Instant.EPOCH));
        await().atMost(20, SECONDS)
                .until(() -> "seti_a_secret".equals(nextSteps.of(card.value()).get("clientSecret")));

        hook("evt_a0", "setup_intent.succeeded", "{\"id\": \"seti_z\", \"metadata\": {}}");
        stripe.stubFor(get(urlPathEqualTo("/v1/setup_intents/seti_a")).willReturn(okJson("""
                        {"id": "seti_a", "object": "setup_intent", "status": "succeeded", "customer": "cus_a",
                         "payment_method": {"id": "pm_a", "object": "payment_method", "card": {"brand": "visa",
                           "last4": "4242", "exp_month": 2, "exp_year": 2031, "fingerprint": "print_in_clear"}}}""")));
        hook("evt_a1", "setup_intent.succeeded", "{\"id\": \"seti_a\", \"metadata\": {\"cardId\": \"card_entered\"}}");
        await().atMost(20, SECONDS).until(() -> told.toldOf(card.value()).size() == 1);

        assertThat(told.toldOf(card.value()).get(0))
                .isInstanceOfSatisfying(
                        ConfirmCard.class,
                        confirmed ->
                                assertThat(confirmed.fingerprint()).isNotBlank().doesNotContain("print_in_clear"));
        KeepTexts face = told.keptOf(card.value()).get(0);
        assertThat(face.personId()).isEqualTo(PersonId.of(ANN.accountId()));
        assertThat(sealing.open(card.value(), "last4", face.fields().get("last4")))
                .contains("4242");
        assertThat(sealing.open(card.value(), "expires", face.fields().get("expires")))
                .contains("02/2031");

        stripe.stubFor(post(urlEqualTo("/v1/payment_methods/pm_a/detach"))
                .willReturn(okJson("{\"id\": \"pm_a\", \"object\": \"payment_method\"}")));
        publish(new CardRemoved(ANN, card, Instant.EPOCH));
        await().atMost(20, SECONDS)
                .untilAsserted(() -> stripe.verify(1, postRequestedFor(urlEqualTo("/v1/payment_methods/pm_a/detach"))));
        await().atMost(20, SECONDS).until(() -> told.keptOf(card.value()).size() == 2);
        assertThat(told.keptOf(card.value()).get(1).fields().values())
                .hasSize(3)
                .allMatch(Sealed::isNothing);
    }

    @Test
    void five_minutes_are_too_much_two_are_held_and_what_was_talked_is_taken_once_although_the_answer_was_lost() {
        CallId call = new CallId("call_two");
        CardPaymentId payment = CardPaymentId.of(call, 1);
        known("card_two", "pm_two");
        holds("call:call_two:hold:1:1", declined("pi_two1", "card_declined", "insufficient_funds", ""));
        stripe.stubFor(post(urlEqualTo("/v1/payment_intents/pi_two1/cancel"))
                .willReturn(okJson(intent("pi_two1", "canceled"))));
        publish(requested(payment, call, "card_two", FIVE_MINUTES, 1));
        await().atMost(20, SECONDS).until(() -> told.toldOf(payment.value()).size() == 1);
        assertThat(told.toldOf(payment.value()).get(0))
                .isInstanceOfSatisfying(
                        DeclineAuthorization.class,
                        no -> assertThat(no.reason()).isEqualTo(CardDecline.INSUFFICIENT_FUNDS));
        stripe.verify(1, postRequestedFor(urlEqualTo("/v1/payment_intents/pi_two1/cancel")));

        holds(
                "call:call_two:hold:1:2",
                okJson(intent("pi_two2", "requires_capture").replace("\"amount\": 300", "\"amount\": 120")));
        publish(requested(payment, call, "card_two", TWO_MINUTES, 2));
        await().atMost(20, SECONDS).until(() -> told.toldOf(payment.value()).size() == 2);
        assertThat(told.toldOf(payment.value()).get(1)).isInstanceOfSatisfying(ConfirmAuthorization.class, held -> {
            assertThat(held.reference()).isEqualTo("pi_two2");
            assertThat(held.authorized()).isEqualTo(TWO_MINUTES);
            assertThat(held.captureBefore()).isEqualTo(CAPTURE_BEFORE);
        });

        stripe.stubFor(post(urlEqualTo("/v1/payment_intents/pi_two2/capture"))
                .willReturn(
                        okJson(intent("pi_two2", "succeeded")).withStatus(502).withBody("<html>")));
        stripe.stubFor(
                get(urlPathEqualTo("/v1/payment_intents/pi_two2")).willReturn(okJson(intent("pi_two2", "succeeded"))));
        publish(new CaptureRequested(
                payment, call, PARTIES, "pi_two2", TWO_MINUTES, Money.of(18, "USD"), 1, Instant.EPOCH, Instant.EPOCH));
        await().atMost(20, SECONDS)
                .until(() -> told.toldOf(payment.value()).stream().anyMatch(ConfirmCapture.class::isInstance));

        stripe.verify(
                1,
                postRequestedFor(urlEqualTo("/v1/payment_intents/pi_two2/capture"))
                        .withFormParam("amount_to_capture", equalTo("120"))
                        .withFormParam("application_fee_amount", equalTo("18")));
    }

    @Test
    void what_the_bank_wants_confirmed_is_held_when_the_hook_says_that_the_member_has() {
        CallId call = new CallId("call_asked");
        CardPaymentId payment = CardPaymentId.of(call, 1);
        known("card_asked", "pm_asked");
        holds(
                "call:call_asked:hold:1:1",
                declined("pi_asked", "authentication_required", "authentication_required", ""));
        publish(requested(payment, call, "card_asked", FIVE_MINUTES, 1));
        await().atMost(20, SECONDS)
                .until(() ->
                        "pi_asked_secret_x".equals(nextSteps.of(call.value()).get("clientSecret")));

        stripe.stubFor(get(urlPathEqualTo("/v1/payment_intents/pi_asked"))
                .willReturn(okJson(intent("pi_asked", "requires_capture"))));
        String object = "{\"id\": \"pi_asked\", \"metadata\": {\"cardPaymentId\": \"" + payment + "\"}}";
        hook("evt_b", "payment_intent.amount_capturable_updated", object);
        hook("evt_b", "payment_intent.amount_capturable_updated", object);

        await().atMost(20, SECONDS)
                .until(() -> told.toldOf(payment.value()).stream().anyMatch(ConfirmAuthorization.class::isInstance));
        assertThat(told.toldOf(payment.value())).hasSize(1);
    }

    @Test
    void an_authorization_that_stripe_says_has_lapsed_is_looked_up_before_it_is_believed() {
        CallId call = new CallId("call_old");
        CardPaymentId payment = CardPaymentId.of(call, 1);
        stripe.stubFor(get(urlPathEqualTo("/v1/payment_intents/pi_old"))
                .willReturn(okJson(intent("pi_old", "requires_capture"))));
        Instant lapses = Instant.now().plus(Duration.ofDays(5));
        publish(new CardAuthorized(payment, call, PARTIES, FIVE_MINUTES, "pi_old", lapses, Instant.EPOCH));
        await().atMost(20, SECONDS).until(() -> attemptsOf("call:call_old:watch:1") == 0);
        String object = "{\"id\": \"ch_old\", \"metadata\": {\"cardPaymentId\": \"" + payment + "\"}}";

        hook("evt_c1", "payment_intent.canceled", object);
        await().atMost(20, SECONDS).until(() -> attemptsOf("call:call_old:watch:1") == 1);
        assertThat(told.toldOf(payment.value())).isEmpty();
        stripe.stubFor(
                get(urlPathEqualTo("/v1/payment_intents/pi_old")).willReturn(okJson(intent("pi_old", "canceled"))));
        hook("evt_c2", "charge.expired", object);

        await().atMost(20, SECONDS)
                .until(() -> told.toldOf(payment.value()).stream().anyMatch(ExpireAuthorization.class::isInstance));
        await("nothing is left to look at").atMost(20, SECONDS).until(() -> attemptsOf("call:call_old:watch:1") == -1);
    }

    private int attemptsOf(String operation) {
        return jdbc.sql("SELECT attempts FROM open_card_operation WHERE operation = :operation")
                .param("operation", operation)
                .query(Integer.class)
                .optional()
                .orElse(-1);
    }

    private void known(String card, String method) {
        jdbc.sql("INSERT INTO provider_card (card_id, provider, customer, method)"
                        + " VALUES (:card, 'stripe', 'cus_1', :method)")
                .param("card", card)
                .param("method", method)
                .update();
    }

    private static AuthorizationRequested requested(
            CardPaymentId payment, CallId call, String card, Money amount, int attempt) {
        return new AuthorizationRequested(
                payment, call, PARTIES, new CardId(card), "acct_lea", amount, TWO_MINUTES, attempt, Instant.EPOCH);
    }

    private static void holds(String key, ResponseDefinitionBuilder answer) {
        stripe.stubFor(post(urlEqualTo("/v1/payment_intents"))
                .withHeader("Idempotency-Key", equalTo(key))
                .willReturn(answer));
    }

    private void hook(String event, String type, String object) {
        String body = """
                {"id": "%s", "object": "event", "type": "%s", "created": 1795163800, "data": {"object": %s}}""".formatted(event, type, object);
        try {
            var reply = new Api(port)
                    .post("/hooks/stripe")
                    .with("Stripe-Signature", Webhook.Signature.generateSignatureHeader(body, "whsec_1"))
                    .json(body)
                    .send();
            assertThat(reply.status()).isEqualTo(200);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void publish(Object event) {
        transactions.executeInTransaction(() -> log.publish(List.of(GenericEventMessage.asEventMessage(event))));
    }
}
