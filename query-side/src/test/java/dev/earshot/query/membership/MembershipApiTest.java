package dev.earshot.query.membership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.account.AccountEvent.TimeZoneChosen;
import dev.earshot.api.id.LotId;
import dev.earshot.api.id.MembershipId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.membership.DuesPurpose;
import dev.earshot.api.membership.MembershipEnd;
import dev.earshot.api.membership.MembershipEvent.DuesAsked;
import dev.earshot.api.membership.MembershipEvent.MembershipCancelled;
import dev.earshot.api.membership.MembershipEvent.MembershipEnded;
import dev.earshot.api.membership.MembershipEvent.MembershipReinstated;
import dev.earshot.api.membership.MembershipEvent.MembershipSuspended;
import dev.earshot.api.membership.MembershipEvent.PeriodBegan;
import dev.earshot.api.membership.MembershipEvent.RenewalFailed;
import dev.earshot.api.membership.MembershipEvent.SubscriptionRecorded;
import dev.earshot.api.membership.MembershipEvent.TierChosen;
import dev.earshot.api.membership.MembershipEvent.TrialStarted;
import dev.earshot.api.membership.Subscription;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Cycle;
import dev.earshot.api.pricing.LocalDay;
import dev.earshot.api.pricing.Tier;
import dev.earshot.api.topup.TopUpDecline;
import dev.earshot.api.wallet.WalletEvent.AllowanceGranted;
import dev.earshot.query.QueryTest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a member sees of their membership. */
class MembershipApiTest extends QueryTest {
    private static final Tier SMALL = tier("small", 900);
    private static final Tier LARGE = tier("large", 3_600);

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final Instant until = now.plus(Duration.ofDays(20));
    private final Instant liveUntil = until.plus(Duration.ofDays(3));
    private MembershipId id;

    @BeforeEach
    void name() {
        id = MembershipId.of(story.member);
    }

    @Test
    void who_never_was_a_member_is_none() {
        given(story.walletOpened());

        assertThat(seen().path("status").asString()).isEqualTo("NONE");
        assertThat(seen().path("live").asBoolean()).isFalse();
        assertThat(seen().has("today")).isFalse();
    }

    @Test
    void a_first_payment_is_followed_until_it_is_there() {
        given(asked(DuesPurpose.START));
        assertThat(seen().path("status").asString()).isEqualTo("STARTING");
        assertThat(seen().path("topUpId").asString()).isEqualTo(dues().value());

        given(began(SMALL));
        JsonNode member = seen();
        assertThat(member.path("status").asString()).isEqualTo("ACTIVE");
        assertThat(member.path("live").asBoolean()).isTrue();
        assertThat(member.path("renews").asBoolean()).isTrue();
        assertThat(member.path("periodEnd").asString()).isEqualTo(until.toString());
        assertThat(member.at("/tier/name").asString()).isEqualTo("small");
        assertThat(member.at("/tier/price/minor").asLong()).isEqualTo(3_000);
        assertThat(member.has("topUpId")).isFalse();
    }

    @Test
    void a_trial_a_grace_a_cancellation_and_an_end_are_told_apart() {
        given(new TrialStarted(id, SMALL, "card", until, liveUntil, now));
        assertThat(seen().path("status").asString()).isEqualTo("TRIALING");

        given(
                asked(DuesPurpose.RENEWAL),
                new RenewalFailed(id, dues(), TopUpDecline.CARD_DECLINED, until, liveUntil, now));
        assertThat(seen().path("status").asString()).isEqualTo("IN_GRACE");
        assertThat(seen().path("graceUntil").asString()).isEqualTo(liveUntil.toString());
        assertThat(seen().path("live").asBoolean()).isTrue();

        given(began(SMALL), new TierChosen(id, LARGE, now), new MembershipCancelled(id, until, now));
        assertThat(seen().path("nextTier").asString()).isEqualTo("large");
        assertThat(seen().path("renews").asBoolean()).isFalse();

        given(new MembershipEnded(id, MembershipEnd.CANCELLED, now));
        assertThat(seen().path("status").asString()).isEqualTo("ENDED");
        assertThat(seen().path("live").asBoolean()).isFalse();
    }

    @Test
    void suspended_it_allows_nothing_and_reinstated_it_is_what_it_was() {
        given(began(SMALL), new MembershipSuspended(id, now));
        assertThat(seen().path("status").asString()).isEqualTo("SUSPENDED");
        assertThat(seen().path("live").asBoolean()).isFalse();
        assertThat(seen().path("renews").asBoolean()).isFalse();
        assertThat(seen().has("today")).isFalse();

        given(new MembershipReinstated(id, SMALL, liveUntil, now));
        assertThat(seen().path("status").asString()).isEqualTo("ACTIVE");

        given(new MembershipSuspended(id, now), new MembershipEnded(id, MembershipEnd.REVERSED, now));
        assertThat(seen().path("status").asString()).isEqualTo("ENDED");
    }

    @Test
    void what_a_store_renews_is_shown_while_there_is_nothing_of_ones_own() {
        Subscription sold = Subscription.paid("adapty:1", LARGE, until, now);
        given(new SubscriptionRecorded(id, sold, now));

        assertThat(seen().path("ofStore").asBoolean()).isTrue();
        assertThat(seen().path("status").asString()).isEqualTo("ACTIVE");
        assertThat(seen().at("/tier/name").asString()).isEqualTo("large");
        assertThat(seen().path("renews").asBoolean()).isTrue();
    }

    @Test
    void an_open_day_shows_what_is_left_of_it() {
        LocalDay today = LocalDay.at(now, ZoneId.of("UTC"));
        given(story.walletOpened(), began(SMALL), granted(500, today.end()));

        assertThat(seen().at("/today/leftSeconds").asLong()).isEqualTo(500);
        assertThat(seen().at("/today/dayEnds").asString()).isEqualTo(today.end().toString());
    }

    /** Elsewhere the whole day was promised and a part of it was given. */
    @Test
    void before_its_first_call_a_day_that_another_zones_day_reached_into_shows_only_the_rest() {
        String zone = noonAt(now);
        LocalDay today = LocalDay.at(now, ZoneId.of(zone));
        Instant earlier = today.begin().plus(Duration.ofHours(6));
        given(story.walletOpened(), new TimeZoneChosen(story.member, ZoneId.of(zone), now), began(SMALL));
        assertThat(seen().at("/today/leftSeconds").asLong()).isEqualTo(900);

        given(granted(900, earlier));

        assertThat(seen().path("zone").asString()).isEqualTo(zone);
        assertThat(seen().at("/today/leftSeconds").asLong()).isEqualTo(675);
        assertThat(seen().at("/today/dayEnds").asString()).isEqualTo(today.end().toString());
    }

    /** A place where it is about noon, whenever this runs. */
    private static String noonAt(Instant moment) {
        int east = 12 - moment.atZone(ZoneId.of("UTC")).getHour();
        return "Etc/GMT" + (east > 0 ? "-" + east : "+" + -east);
    }

    private JsonNode seen() {
        return asMember("/v1/memberships/me").body();
    }

    private PeriodBegan began(Tier tier) {
        return new PeriodBegan(id, dues(), tier, 0, now, until, liveUntil, now);
    }

    private DuesAsked asked(DuesPurpose purpose) {
        return new DuesAsked(id, dues(), purpose, SMALL, SMALL.price(), 0, "card", now, liveUntil, now);
    }

    private AllowanceGranted granted(long seconds, Instant end) {
        return new AllowanceGranted(story.wallet, LotId.ofDayUntil(story.wallet, end), seconds, 900, end, now);
    }

    private TopUpId dues() {
        return TopUpId.ofDues(id, 1);
    }

    private static Tier tier(String name, long secondsPerDay) {
        return new Tier(name, "family", Money.of(3_000, "USD"), secondsPerDay, false, 0, Cycle.of("P30D"));
    }
}
