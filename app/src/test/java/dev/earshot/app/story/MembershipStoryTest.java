package dev.earshot.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.app.client.Answer;
import dev.earshot.app.client.Member;
import dev.earshot.app.client.Talk;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Memberships from the first payment to the end, with seconds for months. */
@Execution(ExecutionMode.CONCURRENT)
class MembershipStoryTest {
    @Test
    void a_member_calls_on_the_days_allowance_and_the_listener_is_paid_money() {
        Member ann = member();
        String zone = noon();
        ann.person().put("/v1/me/time-zone", Map.of("zone", zone)).ok();
        Market.eventually().until(() -> membership(ann).text("zone"), zone::equals);
        join(ann, "story-month", "test_ok").ok();
        eventuallyIs(ann, "ACTIVE");

        Talk talk = Market.connected(ann, Market.liveListener());
        Market.after(talk, 3);
        talk.endByMember().ok();

        Answer call = Market.settled(talk);
        long seconds = call.number("billableSeconds");
        assertThat(call.text("terms.plan")).isEqualTo("MEMBERSHIP");
        assertThat(call.text("charged.0.pocket")).isEqualTo("ALLOWANCE");
        assertThat(call.number("charged.0.charged")).isEqualTo(seconds);
        Market.eventually().until(() -> membership(ann).number("today.leftSeconds") == 600 - seconds);
        assertThat(ann.wallet().text("pockets.1.pocket")).isEqualTo("ALLOWANCE");
        assertThat(ann.person().get("/v1/wallet/entries").ok().text("items.1.kind"))
                .isEqualTo("ALLOWANCE");
    }

    @Test
    void a_renewal_that_fails_is_tried_again_in_grace_and_then_cash_is_all_there_is() {
        Member ann = member();
        join(ann, "story-blink", "test_ok").ok();
        eventuallyIs(ann, "ACTIVE");
        Market.eventually()
                .until(() -> ann.person()
                                .put("/v1/memberships/me/method", Map.of("method", "test_declined"))
                                .status()
                        == 202);

        eventuallyIs(ann, "IN_GRACE");
        assertThat(membership(ann).at("live").asBoolean()).isTrue();
        eventuallyIs(ann, "ENDED");

        assertThat(ann.person().get("/v1/wallet/top-ups").ok().at("items").size())
                .isGreaterThan(2);
        assertThat(membership(ann).at("live").asBoolean()).isFalse();
        Market.refused(ann.call(Market.liveListener()), "INSUFFICIENT_FUNDS");
        ann.topUp(10_000, "test_ok");
        Market.eventually().until(() -> Market.wallet(ann, "available") == 10_000);
        Talk talk = Market.connected(ann, Market.liveListener());
        talk.endByMember().ok();
        Market.settled(talk);
        Market.agrees(talk, Market.RATE);
    }

    @Test
    void it_goes_on_period_by_period_until_it_is_cancelled() {
        Member ann = member();
        join(ann, "story-blink", "test_ok").ok();

        Market.eventually()
                .until(() ->
                        ann.person().get("/v1/wallet/top-ups").ok().at("items").size() >= 2);
        eventuallyIs(ann, "ACTIVE");
        ann.person().post("/v1/memberships/me/cancel", Map.of()).ok();

        eventuallyIs(ann, "ENDED");
    }

    @Test
    void a_better_tier_now_costs_the_difference_and_raises_the_day() {
        Member ann = member();
        join(ann, "story-month", "test_ok").ok();
        eventuallyIs(ann, "ACTIVE");

        ann.person()
                .put("/v1/memberships/me/tier", Map.of("tier", "story-large", "effect", "NOW"))
                .ok();

        Market.eventually().until(() -> membership(ann).text("tier.name"), "story-large"::equals);
        assertThat(membership(ann).number("today.leftSeconds")).isEqualTo(1_200);
        assertThat(ann.person().get("/v1/wallet/top-ups").ok().number("items.0.amount.minor"))
                .isBetween(2_000L, 2_001L);
    }

    @Test
    void a_trial_costs_nothing_and_an_account_of_another_version_is_told_how_it_burns() {
        Member ann = Market.memberWith(0);

        Answer joined = join(ann, "daily-15", "test_ok").ok();

        assertThat(joined.text("note.code")).isEqualTo("MEMBERSHIP_OF_ANOTHER_VERSION");
        eventuallyIs(ann, "TRIALING");
        assertThat(ann.person().get("/v1/wallet/top-ups").ok().at("items")).isEmpty();
    }

    @Test
    void dues_that_are_given_back_suspend_it_and_its_calls_have_nothing_to_burn() {
        Member ann = member();
        join(ann, "story-month", "test_ok").ok();
        eventuallyIs(ann, "ACTIVE");
        String dues = ann.person().get("/v1/wallet/top-ups").ok().text("items.0.topUpId");

        Market.somebody("finance")
                .post(
                        "/v1/admin/top-ups/" + dues + "/refunds",
                        Map.of("amount", Map.of("minor", 1_000, "currency", "USD"), "reason", "REQUESTED_BY_MEMBER"))
                .ok();

        eventuallyIs(ann, "SUSPENDED");
        Market.refused(ann.call(Market.liveListener()), "INSUFFICIENT_FUNDS");
        assertThat(ann.person()
                        .put("/v1/memberships/me/tier", Map.of("tier", "story-large", "effect", "NOW"))
                        .code())
                .isEqualTo("MEMBERSHIP_SUSPENDED");
        ann.person().post("/v1/memberships/me/cancel", Map.of()).ok();
        eventuallyIs(ann, "ENDED");
    }

    @Test
    void the_days_follow_the_members_zone() {
        Member ann = Market.memberWith(0);
        assertThat(membership(ann).text("status")).isEqualTo("NONE");
        assertThat(membership(ann).text("zone")).isEqualTo("UTC");

        ann.person().put("/v1/me/time-zone", Map.of("zone", "Europe/Lisbon")).ok();

        Market.eventually().until(() -> membership(ann).text("zone"), "Europe/Lisbon"::equals);
        assertThat(ann.person().get("/v1/me").ok().text("timeZone")).isEqualTo("Europe/Lisbon");
    }

    @ParameterizedTest
    @CsvSource({"Mars/Olympus", "+01:00", "europe/lisbon", "GMT+1x"})
    void what_is_no_zone_of_the_database_is_refused(String zone) {
        Answer answer = Market.memberWith(0).person().put("/v1/me/time-zone", Map.of("zone", zone));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("TIME_ZONE_UNKNOWN");
    }

    @Test
    void what_cannot_be_is_refused_by_name() {
        Member ann = Market.memberWith(0);

        assertThat(join(ann, "no-such-tier", "test_ok").code()).isEqualTo("TIER_UNKNOWN");
        assertThat(join(ann, "daily-15", "my_card").code()).isEqualTo("PAYMENT_METHOD_UNKNOWN");
        assertThat(join(ann, "", "test_ok").code()).isEqualTo("VALIDATION_FAILED");
        assertThat(ann.person().post("/v1/memberships/me/cancel", Map.of()).code())
                .isEqualTo("MEMBERSHIP_UNKNOWN");
        assertThat(ann.person()
                        .put("/v1/memberships/me/tier", Map.of("tier", "daily-60", "effect", "SOON"))
                        .code())
                .isEqualTo("VALIDATION_FAILED");
    }

    /** A place where it is about noon, so that no day ends while a story is told. */
    private static String noon() {
        int east = 12 - ZonedDateTime.now(ZoneOffset.UTC).getHour();
        return "Etc/GMT" + (east > 0 ? "-" + east : "+" + -east);
    }

    private static Member member() {
        Member ann = Market.memberWith(0);
        String account = ann.person().get("/v1/me").ok().text("accountId");
        Market.somebody("admin")
                .post("/v1/admin/accounts/" + account + "/version", Map.of("version", "MEMBERSHIP"))
                .ok();
        return ann;
    }

    private static Answer join(Member member, String tier, String method) {
        return member.person().post("/v1/memberships", Map.of("tier", tier, "method", method));
    }

    private static Answer membership(Member member) {
        return member.person().get("/v1/memberships/me").ok();
    }

    private static void eventuallyIs(Member member, String status) {
        Market.eventually().until(() -> membership(member).text("status"), status::equals);
    }
}
