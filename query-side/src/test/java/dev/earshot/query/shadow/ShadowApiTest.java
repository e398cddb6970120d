package dev.earshot.query.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.account.Role;
import dev.earshot.api.call.CallEvent.CallRefused;
import dev.earshot.api.call.RefuseReason;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.pricing.Grace;
import dev.earshot.api.pricing.PriceList;
import dev.earshot.api.shadow.ShadowEvent.ShadowPlanStarted;
import dev.earshot.api.shadow.ShadowEvent.ShadowPlanStopped;
import dev.earshot.api.simulation.Candidate;
import dev.earshot.query.CallStory;
import dev.earshot.query.QueryTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Calls at 1.99 a minute with a fee of 15 %, beside a candidate at twice the rate with a fee of 20 %. */
class ShadowApiTest extends QueryTest {
    private static final AccountId ADMIN = new AccountId("acc_admin");
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    @BeforeEach
    void empty() {
        jdbc.execute("TRUNCATE shadow_plan, shadow_call, shadow_total");
    }

    @Test
    void prices_a_call_as_one_would_by_hand() {
        given(started("dearer"));
        given(call(new CallStory(), 37));
        given(call(new CallStory(), 60));

        // Real: floor(199 × 37 / 60) = 122, fee floor(122 × 15 %) = 18; 199, fee 29.
        // Twice: floor(398 × 37 / 60) = 245, fee floor(245 × 20 %) = 49; 398, fee 79.
        JsonNode all = ask("dearer").path("totals").get(0).path("all");
        assertThat(all.path("calls").asLong()).isEqualTo(2);
        assertThat(all.path("seconds").asLong()).isEqualTo(97);
        assertThat(all.path("charged").asLong()).isEqualTo(122 + 199);
        assertThat(all.path("wouldCharge").asLong()).isEqualTo(245 + 398);
        assertThat(all.path("fee").asLong()).isEqualTo(18 + 29);
        assertThat(all.path("wouldFee").asLong()).isEqualTo(49 + 79);
        assertThat(all.path("earned").asLong()).isEqualTo(104 + 170);
        assertThat(all.path("wouldEarn").asLong()).isEqualTo(196 + 319);
        JsonNode totals = ask("dearer").path("totals").get(0);
        assertThat(totals.path("currency").asString()).isEqualTo("USD");
        assertThat(totals.path("versions").get(0).path("version").asString()).isEqualTo("PAY_PER_MINUTE");
        assertThat(totals.path("versions").get(0).path("sums")).isEqualTo(all);
        assertThat(jdbc.queryForObject("SELECT count(*) FROM shadow_call", Long.class))
                .isZero();
    }

    @Test
    void only_calls_requested_since_it_started_count_and_none_after_it_stopped() {
        var before = new CallStory();
        given(before.requested());
        given(started("dearer"));
        given(before.captured(before.cash(300), 60));
        assertThat(ask("dearer").path("totals")).isEmpty();

        var during = new CallStory();
        given(during.requested());
        given(new ShadowPlanStopped("dearer", ADMIN, NOON));
        given(during.captured(during.cash(300), 60));

        assertThat(ask("dearer").path("totals")).isEmpty();
        assertThat(ask("dearer").path("running").asBoolean(true)).isFalse();
    }

    @Test
    void begun_anew_it_begins_at_nothing() {
        given(started("dearer"));
        given(call(new CallStory(), 60));
        given(new ShadowPlanStopped("dearer", ADMIN, NOON));
        assertThat(ask("dearer").path("totals").get(0).path("all").path("calls").asLong())
                .isEqualTo(1);

        given(started("dearer"));

        assertThat(ask("dearer").path("totals")).isEmpty();
        assertThat(ask("dearer").path("running").asBoolean()).isTrue();
    }

    @Test
    void a_batch_that_holds_everything_at_once_comes_to_the_same() {
        var story = new CallStory();
        given(Stream.concat(Stream.of(started("dearer")), Stream.of(call(story, 37)))
                .toArray());

        JsonNode all = ask("dearer").path("totals").get(0).path("all");
        assertThat(all.path("wouldCharge").asLong()).isEqualTo(245);
        assertThat(all.path("calls").asLong()).isEqualTo(1);
    }

    @Test
    void calls_that_come_to_nothing_leave_nothing_behind() {
        given(started("dearer"));
        var refused = new CallStory();
        given(
                refused.requested(),
                new CallRefused(refused.call, refused.parties, RefuseReason.RECEIVABLE_OPEN, refused.at(3)));

        assertThat(ask("dearer").path("totals")).isEmpty();
        assertThat(jdbc.queryForObject("SELECT count(*) FROM shadow_call", Long.class))
                .isZero();
    }

    @Test
    void each_plan_counts_for_itself_and_none_that_never_was() {
        given(started("dearer"));
        given(call(new CallStory(), 60));
        given(started("later"));
        given(call(new CallStory(), 60));

        assertThat(get("/v1/admin/shadow-plans", ADMIN, Role.FINANCE).body().path("items"))
                .extracting(plan ->
                        plan.path("totals").get(0).path("all").path("calls").asLong())
                .containsExactly(2L, 1L);
        assertThat(ask("nobodys").path("code").asString()).isEqualTo("SHADOW_PLAN_UNKNOWN");
    }

    private static ShadowPlanStarted started(String name) {
        var prices = new PriceList(2_000, new Grace(60, 1), 10);
        var candidate = new Candidate(name, prices, Set.of(), 20_000, 60, List.of(), Map.of());
        return new ShadowPlanStarted(candidate, ADMIN, NOON);
    }

    private static Object[] call(CallStory story, long seconds) {
        var grant = story.cash(300);
        return new Object[] {story.requested(), story.holdPlaced(grant), story.captured(grant, seconds)};
    }

    private JsonNode ask(String name) {
        return get("/v1/admin/shadow-plans/" + name, ADMIN, Role.ADMIN).body();
    }
}
