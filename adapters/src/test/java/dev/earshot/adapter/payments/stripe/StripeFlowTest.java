package dev.earshot.adapter.payments.stripe;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.earshot.adapter.Adapters;
import dev.earshot.adapter.hook.TopUps;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.money.Money;
import dev.earshot.api.topup.TopUpEvent.TopUpRequested;
import dev.earshot.platform.IntegrationTest;
import dev.earshot.platform.payments.NextSteps;
import java.time.Instant;
import java.util.List;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A top-up from the request in the log to the confirmation, when Stripe is down at first and its hook never comes. */
@IntegrationTest(
        value = {Adapters.class, TopUps.class},
        settings = {
            "payments.provider=stripe",
            "payments.ask-every=50ms",
            "payments.first-wait=50ms",
            "payments.stripe.api-key=sk_test_1",
            "payments.stripe.publishable-key=pk_test_1",
            "payments.stripe.webhook-secrets=whsec_1",
            "hooks.every=50ms",
            "hooks.pull-every=200ms"
        })
class StripeFlowTest {
    @RegisterExtension
    static WireMockExtension stripe =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    @Autowired
    EventStore log;

    @Autowired
    TransactionManager transactions;

    @Autowired
    NextSteps nextSteps;

    @Autowired
    TopUps topUps;

    @DynamicPropertySource
    static void address(DynamicPropertyRegistry settings) {
        settings.add("payments.stripe.api-base", stripe::baseUrl);
    }

    @Test
    void stripe_is_asked_until_it_answers_and_what_it_told_unheard_is_pulled() {
        stripe.stubFor(post(urlPathEqualTo("/v1/payment_intents"))
                .inScenario("down")
                .willReturn(aResponse().withStatus(503))
                .willSetStateTo("up"));
        stripe.stubFor(post(urlPathEqualTo("/v1/payment_intents"))
                .inScenario("down")
                .whenScenarioStateIs("up")
                .withHeader("Idempotency-Key", equalTo("topup:top_s"))
                .willReturn(okJson("""
                        {"id": "pi_s", "object": "payment_intent", "status": "requires_payment_method",
                         "client_secret": "pi_s_secret"}""")));
        publish(new TopUpRequested(
                new TopUpId("top_s"), new WalletId("wal_1"), Money.of(2000, "USD"), "card", Instant.EPOCH));
        await().atMost(20, SECONDS)
                .until(() ->
                        nextSteps.of("top_s").getOrDefault("clientSecret", "").equals("pi_s_secret"));

        stripe.stubFor(get(urlPathEqualTo("/v1/events"))
                .withQueryParam("created[gte]", containing("1"))
                .withQueryParam("starting_after", absent())
                .willReturn(okJson("""
                        {"object": "list", "has_more": true, "data": [
                         {"id": "evt_2", "object": "event", "type": "balance.available", "created": 1795163900}]}""")));
        stripe.stubFor(get(urlPathEqualTo("/v1/events"))
                .withQueryParam("starting_after", equalTo("evt_2"))
                .willReturn(okJson("""
                        {"object": "list", "has_more": false, "data": [
                         {"id": "evt_1", "object": "event", "type": "payment_intent.succeeded", "created": 1795163800,
                          "data": {"object": {"id": "pi_s", "object": "payment_intent", "amount_received": 2000,
                                              "currency": "usd", "metadata": {"topUpId": "top_s"}}}}]}""")));

        await().atMost(20, SECONDS).until(() -> topUps.stageOf("top_s").equals("PAID pi_s"));
    }

    private void publish(Object event) {
        transactions.executeInTransaction(() -> log.publish(List.of(GenericEventMessage.asEventMessage(event))));
    }
}
