package dev.earshot.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.app.client.Answer;
import dev.earshot.app.client.Member;
import dev.earshot.app.client.Person;
import dev.earshot.app.client.Talk;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What people subscribed to in a store before they were members, as Adapty tells it. */
@Execution(ExecutionMode.CONCURRENT)
class PendingSubscriptionTest {
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final String name = "subscriber" + UUID.randomUUID();
    private final String subscription = "orig_" + UUID.randomUUID();
    private final String profile = "profile-" + UUID.randomUUID();

    @Test
    void a_subscription_from_before_registration_is_a_membership_at_sign_up_and_its_allowance_is_usable() {
        tell("subscription_started", "1", start, 30, profile);
        Market.eventually().until(() -> listed("WAITING"));

        Member ann = new Member(Market.api().signIn(name));

        Market.eventually().until(() -> membership(ann).at("live").asBoolean());
        assertThat(membership(ann).text("tier.name")).isEqualTo("story-month");
        assertThat(membership(ann).at("ofStore").asBoolean()).isTrue();
        Market.eventually().until(() -> listed("CLAIMED"));
        ofMemberships(ann);
        Talk talk = Market.connected(ann, Market.liveListener());
        Market.after(talk, 2);
        talk.endByMember().ok();
        Answer call = Market.settled(talk);
        assertThat(call.text("charged.0.pocket")).isEqualTo("ALLOWANCE");
        assertThat(call.number("charged.0.charged")).isEqualTo(call.number("billableSeconds"));
    }

    /** Told backwards, twice, and by a profile's name alone; then it is claimed, and goes on for whoever claimed it. */
    @Test
    void the_latest_state_is_claimed_and_what_is_told_later_follows() {
        tell("subscription_renewal_cancelled", "3", start, 60, profile);
        tell("subscription_started", "1", start.minus(Duration.ofDays(30)), 30, profile);
        tell("subscription_renewed", "2", start.minusSeconds(60), 60, profile);
        tell("subscription_started", "1", start.minus(Duration.ofDays(30)), 30, profile);
        Market.eventually().until(() -> List.of("1", "2", "3").stream().allMatch(this::isProcessed));
        Market.eventually().until(() -> listed("WAITING"));
        Member ann = new Member(Market.somebody());

        Answer claimed = claim(ann.person()).ok();

        assertThat(claimed.text("claims.0.membershipId")).startsWith("mem_");
        Market.eventually().until(() -> membership(ann).at("live").asBoolean());
        assertThat(membership(ann).at("renews").asBoolean()).isFalse();
        assertThat(Instant.parse(membership(ann).text("periodEnd"))).isEqualTo(start.plus(Duration.ofDays(60)));
        Answer second = claim(Market.somebody());
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("PURCHASE_CLAIMED");

        tell("subscription_expired", "4", start.plusSeconds(1), 0, profile);

        Market.eventually().until(() -> !membership(ann).at("live").asBoolean());
    }

    @Test
    void one_that_ended_before_it_was_claimed_is_said_to_have() {
        tell("subscription_started", "1", start.minus(Duration.ofDays(40)), -10, profile);
        Market.eventually().until(() -> listed("WAITING"));

        Answer refused = claim(Market.somebody());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("SUBSCRIPTION_EXPIRED");
    }

    /** The own one lasts to the end of what is paid and is not renewed, for nobody pays for two. */
    @Test
    void whoever_is_a_member_already_keeps_both_and_pays_for_one() {
        Member ann = new Member(Market.somebody());
        ofMemberships(ann);
        ann.person()
                .post("/v1/memberships", Map.of("tier", "story-large", "method", "test_ok"))
                .ok();
        Market.eventually().until(() -> membership(ann).text("status"), "ACTIVE"::equals);
        tell("subscription_started", "1", start, 30, profile);
        Market.eventually().until(() -> listed("WAITING"));

        claim(ann.person()).ok();

        Market.eventually().until(() -> !membership(ann).at("renews").asBoolean());
        assertThat(membership(ann).text("tier.name")).isEqualTo("story-large");
        assertThat(membership(ann).at("live").asBoolean()).isTrue();
    }

    @Test
    void nothing_but_the_hooks_own_bodies_holds_an_email_or_a_customer_in_clear() {
        tell("subscription_started", "1", start, 30, profile);
        tell("non_subscription_purchase", "2", start, 30, profile);
        Market.eventually().until(() -> listed("WAITING"));
        Member ann = new Member(Market.api().signIn(name));
        Market.eventually().until(() -> membership(ann).at("live").asBoolean());
        claim(ann.person()).ok();
        JdbcClient jdbc = Running.inside(JdbcClient.class);

        for (String table : jdbc.sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
                .query(String.class)
                .list()) {
            for (String secret : List.of(name + "@example.com", profile)) {
                assertThat(holds(jdbc, "to_jsonb(t) - 'body' - 'changed_body'", table, secret))
                        .as(table)
                        .isFalse();
            }
        }
        assertThat(holds(jdbc, "to_jsonb(t)", "hook_event", profile))
                .as("the search finds")
                .isTrue();
        assertThat(holds(jdbc, "to_jsonb(t) - 'body' - 'changed_body'", "hook_event", subscription))
                .as("the search finds what else is kept of a hook")
                .isTrue();
    }

    private static boolean holds(JdbcClient jdbc, String what, String table, String text) {
        return jdbc.sql("SELECT count(*) FROM " + table + " t WHERE strpos((" + what + ")::text, :text) > 0"
                                + " OR strpos((" + what + ")::text, :hex) > 0")
                        .param("text", text)
                        .param("hex", HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)))
                        .query(Long.class)
                        .single()
                > 0;
    }

    private void tell(String type, String event, Instant at, int untilDay, String by) {
        String body = """
                {"profile_id": "%s", "customer_user_id": null, "email": "%s@example.com", "event_type": "%s",
                 "event_datetime": "%s", "event_api_version": 1,
                 "event_properties": {"store": "app_store", "environment": "Production",
                  "vendor_product_id": "%s", "transaction_id": "%s", "original_transaction_id": "%s",
                  "price_local": 10.00, "currency": "USD", "subscription_expires_at": "%s",
                  "profile_event_id": "%s"}}""".formatted(
                        by,
                        name,
                        type,
                        at,
                        type.startsWith("non_") ? "tokens-550" : "story-month",
                        subscription,
                        subscription,
                        start.plus(Duration.ofDays(untilDay)),
                        event + subscription);
        Market.api()
                .anonymous()
                .send("POST", "/hooks/adapty", body, Map.of("Authorization", Running.ADAPTY_WORD))
                .ok();
    }

    private boolean isProcessed(String event) {
        for (JsonNode hook : Market.somebody("finance")
                .get("/v1/admin/payment-events?provider=adapty&status=PROCESSED&limit=200")
                .ok()
                .at("items")) {
            if (hook.path("eventId").asString().equals(event + subscription)) {
                return true;
            }
        }
        return false;
    }

    private boolean listed(String status) {
        return Market.somebody("finance")
                .get("/v1/admin/pending-purchases?limit=200&status=" + status)
                .ok()
                .at("items")
                .findValuesAsString("reference")
                .contains(subscription);
    }

    private Answer claim(Person person) {
        return person.post("/v1/purchases/claims", Map.of("provider", "adapty", "customerId", profile));
    }

    private static void ofMemberships(Member member) {
        Market.somebody("admin")
                .post("/v1/admin/accounts/" + member.person().accountId() + "/version", Map.of("version", "MEMBERSHIP"))
                .ok();
    }

    private static Answer membership(Member member) {
        return member.person().get("/v1/memberships/me").ok();
    }
}
