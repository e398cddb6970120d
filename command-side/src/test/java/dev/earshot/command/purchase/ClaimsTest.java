package dev.earshot.command.purchase;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.MembershipId;
import dev.earshot.api.id.PurchaseId;
import dev.earshot.api.membership.Subscription;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Cycle;
import dev.earshot.api.pricing.Pack;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.pricing.Tier;
import dev.earshot.api.purchase.Buyer;
import dev.earshot.api.purchase.DisputeVerdict;
import dev.earshot.api.purchase.PurchaseCommand.DisputePurchase;
import dev.earshot.api.purchase.PurchaseCommand.RecordPack;
import dev.earshot.api.purchase.PurchaseCommand.RefundPurchase;
import dev.earshot.api.purchase.PurchaseEvent.PackClaimed;
import dev.earshot.api.purchase.PurchaseEvent.PurchaseUnclaimed;
import dev.earshot.api.purchase.StoreSubscriptionCommand.TellStoreSubscription;
import dev.earshot.api.purchase.StoreSubscriptionEvent.StoreSubscriptionClaimed;
import dev.earshot.api.purchase.StoreSubscriptionEvent.StoreSubscriptionUnclaimed;
import dev.earshot.api.purchase.StoreSubscriptionEvent.StoreSubscriptionWentOn;
import dev.earshot.command.CommandSide;
import dev.earshot.command.Told;
import dev.earshot.platform.IntegrationTest;
import dev.earshot.platform.people.Pseudonyms;
import dev.earshot.platform.web.Api;
import dev.earshot.platform.web.Api.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** How what was bought outside finds its account, on the real platform. */
@IntegrationTest(
        value = {CommandSide.class, ClaimsTest.Time.class},
        web = WebEnvironment.RANDOM_PORT,
        settings = {"purchases.look-every=50ms", "versions.weights.MOMENTS=1", "web.rate-limit.burst=100000"})
class ClaimsTest {
    private static final Pack PACK = new Pack("tokens-100", PlanVersion.TOKENS, 100, Money.of(899, "EUR"), 0);
    private static final Tier DAILY =
            new Tier("daily-15", "daily", Money.of(1_999, "USD"), 900, false, 0, Cycle.of("P1M"));
    private static volatile Duration moved = Duration.ZERO;

    private final PurchaseId purchase = new PurchaseId(fresh("pur_"));
    private final String email = fresh("") + "@Example.com";
    private final String profile = fresh("profile-");

    @LocalServerPort
    int port;

    @Autowired
    CommandGateway commands;

    @Autowired
    EventStore log;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Pseudonyms pseudonyms;

    private Api api;

    /** The clock of the platform, which can be moved. Not annotated: it would be found in every test of this side. */
    static class Time {
        @Bean
        @Primary
        Clock movableClock() {
            return new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneId.of("UTC");
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return Clock.systemUTC().instant().plus(moved);
                }
            };
        }
    }

    @BeforeEach
    void dial() {
        api = new Api(port);
        moved = Duration.ZERO;
    }

    @Test
    void what_was_bought_before_registration_is_there_at_sign_up_and_once() {
        bought();
        waits();

        JsonNode session = signIn(email.toLowerCase());

        assertThat(session.at("/purchases/0/purchaseId").asString()).isEqualTo(purchase.value());
        assertThat(session.at("/purchases/0/topUpId").asString())
                .isEqualTo(purchase.value().replace("pur_", "top_"));
        assertThat(session.at("/purchases/0").has("refusal")).isFalse();
        await().atMost(20, SECONDS).until(() -> !signIn(email).has("purchases"));
        assertThat(owners()).containsExactly(accountOf(session));
    }

    /** The pack is for another version than the account is on: kept, usable, and explained. */
    @Test
    void a_pack_of_another_version_is_explained() {
        bought();
        waits();

        JsonNode session = signIn(email);

        assertThat(session.at("/purchases/0/note/code").asString()).isEqualTo("PACK_OF_ANOTHER_VERSION");
        assertThat(session.at("/purchases/0/note/detail").asString()).contains("MOMENTS");
    }

    @Test
    void what_is_told_after_the_sign_up_finds_its_account_by_itself() {
        AccountId account = accountOf(signIn(email));

        bought();

        await().atMost(20, SECONDS).untilAsserted(() -> assertThat(owners()).containsExactly(account));
    }

    @Test
    void whoever_knows_the_providers_name_for_the_buyer_claims_with_it_as_often_as_they_like() {
        bought();
        waits();
        JsonNode ann = signIn(fresh("ann") + "@example.com");

        Reply first = claim(ann, profile);
        Reply again = claim(ann, profile);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body().at("/claims/0/product").asString()).isEqualTo("tokens-100");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(owners()).containsExactly(accountOf(ann));
    }

    @Test
    void the_second_claimant_is_told_and_gets_nothing() {
        bought();
        waits();
        JsonNode ann = signIn(email);
        JsonNode ben = signIn(fresh("ben") + "@example.com");

        Reply refused = claim(ben, profile);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("PURCHASE_CLAIMED");
        assertThat(owners()).containsExactly(accountOf(ann));
    }

    @Test
    void what_nobody_has_bought_cannot_be_claimed() {
        bought();
        waits();
        JsonNode ben = signIn(fresh("ben") + "@example.com");

        assertThat(claim(ben, fresh("profile-")).status()).isEqualTo(404);
        assertThat(claim(ben, email).code()).isEqualTo("PURCHASE_UNKNOWN");
        assertThat(claim(ben, "").code()).isEqualTo("VALIDATION_FAILED");
        assertThat(owners()).isEmpty();
    }

    @Test
    void what_the_same_customer_buys_later_comes_without_asking() {
        bought();
        waits();
        JsonNode ann = signIn(fresh("ann") + "@example.com");
        claim(ann, profile);
        var later = new PurchaseId(fresh("pur_"));

        commands.sendAndWait(record(later, new Buyer("", pseudonyms.ofCustomer("adapty", profile), "")));

        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(ownersOf(later)).containsExactly(accountOf(ann)));
    }

    /** Elsewhere two sign-ups at once were both credited; here the purchase decides alone. */
    @Test
    void of_many_who_claim_at_once_one_wins_and_all_others_are_told() {
        bought();
        waits();
        List<JsonNode> people = IntStream.range(0, 8)
                .mapToObj(number -> signIn(fresh("p") + "@example.com"))
                .toList();

        List<CompletableFuture<Reply>> claims = people.stream()
                .map(person -> CompletableFuture.supplyAsync(() -> claim(person, profile)))
                .toList();
        List<String> answers = claims.stream()
                .map(CompletableFuture::join)
                .map(reply -> reply.status() + reply.code())
                .toList();

        assertThat(answers).filteredOn("200"::equals).hasSize(1);
        assertThat(answers).filteredOn("409PURCHASE_CLAIMED"::equals).hasSize(7);
        assertThat(owners()).hasSize(1);
    }

    @Test
    void a_purchase_refunded_before_the_claim_is_gone_and_said_to_be() {
        bought();
        waits();
        commands.sendAndWait(new RefundPurchase(purchase, PACK.price(), Instant.now()));

        JsonNode session = signIn(email);

        assertThat(session.at("/purchases/0/refusal").asString()).isEqualTo("PURCHASE_REFUNDED");
        assertThat(owners()).isEmpty();
    }

    @Test
    void what_nobody_claims_for_ninety_days_is_given_up_and_can_still_be_claimed() {
        bought();
        waits();
        moved = Duration.ofDays(2);
        var younger = new PurchaseId(fresh("pur_"));
        commands.sendAndWait(record(younger, new Buyer("", "", "")));
        await().atMost(20, SECONDS).until(() -> holds("waiting_purchase", younger.value()));

        moved = Duration.ofDays(91);

        await().atMost(20, SECONDS)
                .untilAsserted(
                        () -> assertThat(Told.of(log, purchase)).hasAtLeastOneElementOfType(PurchaseUnclaimed.class));
        assertThat(Told.of(log, younger)).as("bought two days later").hasSize(1);
        signIn(email);
        assertThat(owners()).as("it can be claimed until it is refunded").hasSize(1);
    }

    @Test
    void a_subscription_from_before_registration_is_there_at_sign_up_and_goes_on_for_its_account() {
        subscribed(30);
        waits();

        JsonNode session = signIn(email);

        assertThat(session.at("/purchases/0/membershipId").asString())
                .isEqualTo(MembershipId.of(accountOf(session)).value());
        assertThat(session.at("/purchases/0/product").asString()).isEqualTo("daily-15");
        assertThat(session.at("/purchases/0").has("topUpId")).isFalse();
        subscribed(60);
        assertThat(Told.of(log, purchase)).last().isInstanceOf(StoreSubscriptionWentOn.class);
        assertThat(subscribers()).containsExactly(accountOf(session));
    }

    @Test
    void of_many_who_claim_a_subscription_at_once_one_wins_and_all_others_are_told() {
        subscribed(30);
        waits();
        List<JsonNode> people = IntStream.range(0, 8)
                .mapToObj(number -> signIn(fresh("p") + "@example.com"))
                .toList();

        List<CompletableFuture<Reply>> claims = people.stream()
                .map(person -> CompletableFuture.supplyAsync(() -> claim(person, profile)))
                .toList();
        List<String> answers = claims.stream()
                .map(CompletableFuture::join)
                .map(reply -> reply.status() + reply.code())
                .toList();

        assertThat(answers).filteredOn("200"::equals).hasSize(1);
        assertThat(answers).filteredOn("409PURCHASE_CLAIMED"::equals).hasSize(7);
        assertThat(subscribers()).hasSize(1);
    }

    /** The renewal may be on its way; then it comes by itself. */
    @Test
    void a_subscription_that_ended_before_the_claim_is_said_to_have_and_comes_once_it_is_renewed() {
        subscribed(-1);
        waits();

        JsonNode session = signIn(email);

        assertThat(session.at("/purchases/0/refusal").asString()).isEqualTo("SUBSCRIPTION_EXPIRED");
        assertThat(subscribers()).isEmpty();
        subscribed(30);
        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(subscribers()).containsExactly(accountOf(session)));
    }

    @Test
    void a_subscription_that_nobody_claims_for_ninety_days_is_given_up_though_it_has_ended() {
        subscribed(30);
        waits();

        moved = Duration.ofDays(91);

        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(Told.of(log, purchase))
                        .hasAtLeastOneElementOfType(StoreSubscriptionUnclaimed.class));
        await().atMost(20, SECONDS).until(() -> !signIn(email).has("purchases"));
    }

    @Test
    void a_disputed_purchase_is_said_to_be_and_comes_by_itself_once_the_dispute_is_won() {
        bought();
        waits();
        commands.sendAndWait(dispute(DisputeVerdict.OPEN));
        JsonNode ann = signIn(fresh("ann") + "@example.com");

        assertThat(claim(ann, profile).code()).isEqualTo("PURCHASE_DISPUTED");
        assertThat(signIn(email).at("/purchases/0/refusal").asString()).isEqualTo("PURCHASE_DISPUTED");
        assertThat(owners()).isEmpty();

        commands.sendAndWait(dispute(DisputeVerdict.WON));

        await().atMost(20, SECONDS).untilAsserted(() -> assertThat(owners()).hasSize(1));
    }

    @Test
    void neither_the_log_nor_any_table_holds_an_email_or_a_customer_in_clear() {
        bought();
        waits();
        JsonNode ann = signIn(email);
        claim(ann, profile);

        for (String table : jdbc.sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
                .query(String.class)
                .list()) {
            for (String secret : List.of(email, email.toLowerCase(), profile)) {
                assertThat(holds(table, secret)).as(table).isFalse();
            }
        }
        assertThat(holds("waiting_purchase", pseudonyms.ofEmail(email)))
                .as("the search finds")
                .isTrue();
        assertThat(holds("domain_event", "tokens-100"))
                .as("the log is searched")
                .isTrue();
    }

    private boolean holds(String table, String text) {
        return jdbc.sql("SELECT count(*) FROM " + table
                                + " t WHERE strpos(t::text, :text) > 0 OR strpos(t::text, :hex) > 0")
                        .param("text", text)
                        .param("hex", HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)))
                        .query(Long.class)
                        .single()
                > 0;
    }

    private void bought() {
        commands.sendAndWait(
                record(purchase, new Buyer("", pseudonyms.ofCustomer("adapty", profile), pseudonyms.ofEmail(email))));
    }

    private void subscribed(int days) {
        Instant now = Instant.now().plus(moved);
        commands.sendAndWait(new TellStoreSubscription(
                purchase,
                Subscription.paid("adapty:orig", DAILY, now.plus(Duration.ofDays(days)), now),
                "adapty",
                "orig",
                new Buyer("", pseudonyms.ofCustomer("adapty", profile), pseudonyms.ofEmail(email)),
                now));
    }

    private DisputePurchase dispute(DisputeVerdict verdict) {
        return new DisputePurchase(purchase, "dp_1", verdict, PACK.price(), Instant.now());
    }

    private List<AccountId> subscribers() {
        return Told.of(log, purchase).stream()
                .filter(StoreSubscriptionClaimed.class::isInstance)
                .map(fact -> ((StoreSubscriptionClaimed) fact).accountId())
                .toList();
    }

    private static RecordPack record(PurchaseId id, Buyer buyer) {
        Instant now = Instant.now().plus(moved);
        return new RecordPack(id, PACK, "adapty", "tx " + id, buyer, now, now);
    }

    private void waits() {
        await().atMost(20, SECONDS).until(() -> holds("waiting_purchase", purchase.value()));
    }

    private List<AccountId> owners() {
        return ownersOf(purchase);
    }

    private List<AccountId> ownersOf(PurchaseId id) {
        return Told.of(log, id).stream()
                .filter(PackClaimed.class::isInstance)
                .map(fact -> ((PackClaimed) fact).accountId())
                .toList();
    }

    private Reply claim(JsonNode session, String customer) {
        return api.post("/v1/purchases/claims")
                .bearer(session.path("accessToken").asString())
                .key(UUID.randomUUID().toString())
                .json("{\"provider\": \"adapty\", \"customerId\": \"" + customer + "\"}")
                .send();
    }

    private JsonNode signIn(String address) {
        Reply reply = api.post("/v1/sessions")
                .json("""
                        {"provider": "dev", "idToken": "dev:%s", "device": {"id": "%s", "platform": "web"}}""".formatted(address, UUID.randomUUID()))
                .send();
        assertThat(reply.status()).isEqualTo(201);
        return reply.body();
    }

    private static AccountId accountOf(JsonNode session) {
        return new AccountId(session.path("accountId").asString());
    }

    private static String fresh(String prefix) {
        return prefix + UUID.randomUUID().toString().replace("-", "");
    }
}
