package dev.earshot.query.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.account.Role;
import dev.earshot.api.pricing.Grant;
import dev.earshot.api.pricing.Leg;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.wallet.WalletEvent.HoldExtensionDeclined;
import dev.earshot.query.CallStory;
import dev.earshot.query.QueryTest;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplainApiTest extends QueryTest {
    @Test
    void the_member_reads_every_fact_behind_the_charge_in_order() {
        given(story.connectedOn(5000, story.cash(60)));
        given(story.holdExtended(story.cash(360)), story.extended(story.cash(360)));
        given(story.settledAfter(217, story.cash(360)));

        var told = asMember(path()).body();

        assertThat(told.path("lines").findValuesAsString("step"))
                .containsExactly(
                        "CONSENTED",
                        "HELD",
                        "ADMITTED",
                        "ACCEPTED",
                        "CONNECTED",
                        "HELD_MORE",
                        "EXTENDED",
                        "ENDED",
                        "CHARGED",
                        "CREDITED");
        assertThat(told.at("/lines/0/detail/terms/feeBasisPoints").asLong()).isEqualTo(1500);
        assertThat(told.at("/lines/0/because").toString())
                .contains(
                        "The plan is PAY_PER_MINUTE; the listener's rate is 1.99 USD a minute, in the smallest units, as all amounts here: 199.")
                .contains("Burns 3: CASH at 199 MONEY per 60 s.");
        assertThat(told.at("/lines/1/detail/legs/0/held").asLong()).isEqualTo(199);
        assertThat(told.at("/lines/7/because/0").asString())
                .contains("217 seconds were completed")
                .contains("360 were granted");
        assertThat(told.at("/lines/8/because/0").asString()).contains("floor(199 × 217 / 60) = 719");
        assertThat(told.at("/lines/8/because/1").asString())
                .contains("Fee floor(719 × 1500 / 10000) = 107; the listener earned 719 − 107 = 612.");
        assertThat(told.path("lines").findValuesAsString("eventId"))
                .doesNotContain("")
                .doesNotHaveDuplicates();
        assertThat(told.path("lines").findValuesAsString("position").stream()
                        .map(Long::valueOf)
                        .toList())
                .isSorted();
        assertThat(told.at("/totals/charged/minor").asLong()).isEqualTo(719);
        assertThat(told.at("/totals/earned/minor").asLong()).isEqualTo(612);
        assertThat(told.at("/totals/fee/minor").asLong()).isEqualTo(107);
        assertThat(told.at("/totals/balanced").asBoolean()).isTrue();
    }

    @Test
    void grace_is_named_with_its_reason_and_who_pays_it() {
        var grant = story.cash(40).then(Pocket.GRACE, Leg.NO_LOT, 20, story.terms.graceTariff());
        given(story.connectedOn(133, grant));
        given(new HoldExtensionDeclined(story.wallet, story.call, 60, 300, story.at(30)));
        given(story.settledAfter(60, grant));

        var told = asMember(path()).body();

        var charged = told.path("lines")
                .valueStream()
                .filter(line -> line.path("step").asString().equals("CHARGED"))
                .findAny()
                .orElseThrow();
        var reasons = charged.path("because")
                .valueStream()
                .map(line -> line.asString())
                .toList();
        assertThat(reasons)
                .contains("The funds had run out at second 40; what followed is a courtesy, free for the member.")
                .contains("The platform pays the listener floor(170 × 20 / 60) = 56.");
        assertThat(told.at("/totals/charged/minor").asLong()).isEqualTo(132);
        assertThat(told.at("/totals/paidByPlatform/minor").asLong()).isEqualTo(56);
        assertThat(told.at("/totals/balanced").asBoolean()).isTrue();
        assertThat(told.path("lines").findValuesAsString("step")).contains("RAN_SHORT");
    }

    @Test
    void the_listener_reads_what_was_earned_and_nothing_of_the_members_means() {
        given(story.connectedOn(5000, story.cash(300)));
        given(story.settledAfter(37, story.cash(300)));

        var reply = asListener(path());
        var told = reply.body();

        assertThat(told.path("lines").findValuesAsString("step"))
                .containsExactly("CONSENTED", "ACCEPTED", "CONNECTED", "ENDED", "CHARGED", "CREDITED");
        assertThat(told.at("/totals/earned/minor").asLong()).isEqualTo(104);
        assertThat(told.path("totals").has("charged")).isFalse();
        assertThat(told.at("/lines/4/detail").toString()).doesNotContain("pocket", "CASH", "grant");
    }

    @Test
    void a_call_that_never_connected_says_why_nothing_counts() {
        given(story.requested(), story.holdPlaced(story.cash(60)), story.admitted(story.cash(60)), story.ended(0));

        var told = asMember(path()).body();

        assertThat(told.at("/lines/3/because/0").asString()).contains("never both connected");
        assertThat(told.has("totals")).isFalse();
    }

    @Test
    void a_stranger_gets_no_explanation() {
        given(story.requested());

        assertThat(get(path(), new CallStory().member, Role.MEMBER).code()).isEqualTo("CALL_UNKNOWN");
    }

    @Test
    void each_charge_stands_beside_its_own_leg() {
        var tariffs = story.terms.burnOrder();
        var grant = Grant.NONE
                .then(Pocket.PROMO, story.lot.value(), 20, tariffs.get(0).tariff())
                .then(Pocket.CASH, Leg.NO_LOT, 100, tariffs.get(2).tariff());

        var legs = ChargedLegs.of(story.captured(grant, 50));

        assertThat(legs).extracting(Detail.ChargedLeg::fromSecond).isEqualTo(List.of(0L, 20L));
        assertThat(legs).extracting(Detail.ChargedLeg::seconds).isEqualTo(List.of(20L, 30L));
        assertThat(legs).extracting(Detail.ChargedLeg::payoutPerMinute).containsExactly(170L, null);
    }

    private String path() {
        return "/v1/calls/" + story.call + "/explain";
    }
}
