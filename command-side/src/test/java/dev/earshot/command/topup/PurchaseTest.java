package dev.earshot.command.topup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.account.AccountEvent.VersionAssigned;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Pack;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.topup.TopUpEvent.PackRequested;
import dev.earshot.command.CommandSide;
import dev.earshot.command.Told;
import dev.earshot.platform.IntegrationTest;
import dev.earshot.platform.web.Api;
import dev.earshot.platform.web.Api.Reply;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Buying over HTTP, where new accounts are put on tokens and one pack is for another market. */
@IntegrationTest(
        value = CommandSide.class,
        web = WebEnvironment.RANDOM_PORT,
        settings = {
            "versions.weights.TOKENS=1",
            "catalogue.packs[0].product=tokens-9",
            "catalogue.packs[0].version=TOKENS",
            "catalogue.packs[0].units=9",
            "catalogue.packs[0].price.minor=99",
            "catalogue.packs[0].price.currency=USD",
            "catalogue.packs[1].product=minutes-in",
            "catalogue.packs[1].version=MOMENTS",
            "catalogue.packs[1].units=600",
            "catalogue.packs[1].price.minor=19900",
            "catalogue.packs[1].price.currency=INR",
            "catalogue.packs[1].valid-days=30"
        })
class PurchaseTest {
    @LocalServerPort
    int port;

    @Autowired
    EventStore log;

    private Api api;
    private AccountId account;
    private String token;

    @BeforeEach
    void signIn() {
        api = new Api(port);
        var session = api.post("/v1/sessions")
                .json("""
                        {"provider": "dev", "idToken": "dev:%s@example.com:member",
                         "device": {"id": "d", "platform": "web"}}""".formatted(UUID.randomUUID()))
                .send()
                .body();
        account = new AccountId(session.path("accountId").asString());
        token = session.path("accessToken").asString();
    }

    @Test
    void a_new_account_is_put_on_a_version_by_the_weights() {
        assertThat(Told.of(log, account))
                .hasAtLeastOneElementOfType(VersionAssigned.class)
                .filteredOn(VersionAssigned.class::isInstance)
                .extracting(fact -> ((VersionAssigned) fact).version())
                .containsExactly(PlanVersion.TOKENS);
    }

    @Test
    void a_purchase_asked_for_again_is_the_same_purchase() {
        String key = UUID.randomUUID().toString();
        Reply first = buy("tokens-9", key);
        Reply again = buy("tokens-9", key);

        String id = first.body().path("topUpId").asString();
        assertThat(first.status()).isEqualTo(202);
        assertThat(first.header("Location")).isEqualTo("/v1/wallet/top-ups/" + id);
        assertThat(first.body().has("note")).isFalse();
        assertThat(again.body()).isEqualTo(first.body());
        Pack pack = new Pack("tokens-9", PlanVersion.TOKENS, 9, Money.of(99, "USD"), 0);
        assertThat(Told.of(log, id))
                .singleElement()
                .satisfies(fact -> assertThat(((PackRequested) fact).pack()).isEqualTo(pack));
    }

    @Test
    void what_another_market_pays_for_cannot_be_bought_here() {
        Reply reply = buy("minutes-in", UUID.randomUUID().toString());

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.code()).isEqualTo("CURRENCY_MISMATCH");
    }

    @Test
    void only_what_the_catalogue_has_can_be_bought() {
        assertThat(buy("tokens-100", UUID.randomUUID().toString()).code()).isEqualTo("PRODUCT_UNKNOWN");
    }

    private Reply buy(String product, String key) {
        return api.post("/v1/purchases")
                .bearer(token)
                .key(key)
                .json("{\"product\": \"%s\", \"method\": \"test_ok\"}".formatted(product))
                .send();
    }
}
