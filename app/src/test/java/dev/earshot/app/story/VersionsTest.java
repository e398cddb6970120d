package dev.earshot.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.app.client.Answer;
import dev.earshot.app.client.Member;
import dev.earshot.app.client.Talk;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Calls under each of the monetization versions, and how an account comes to one. */
@Execution(ExecutionMode.CONCURRENT)
class VersionsTest {
    /** At this rate a second takes ten tokens, for a token stands for ten cents. */
    private static final long TOKENS_A_MINUTE = Market.RATE / 10;

    @Test
    void a_call_under_tokens_takes_tokens_and_pays_the_listener_money() {
        Member ann = memberUnder("TOKENS");
        bought(ann, "tokens-550", "TOKENS", 550);

        Talk talk = Market.connected(ann, Market.liveListener());
        Market.after(talk, 3);
        talk.endByMember().ok();

        Answer call = Market.settled(talk);
        long seconds = call.number("billableSeconds");
        agrees(talk, "TOKENS", "TOKENS", TOKENS_A_MINUTE * seconds / 60);
        assertThat(Market.pocket(ann, "TOKENS")).isEqualTo(550 - TOKENS_A_MINUTE * seconds / 60);
        assertThat(talk.member().person().get("/v1/wallet/entries").ok().text("items.1.kind"))
                .isEqualTo("PURCHASE");
    }

    @Test
    void a_call_under_moments_takes_seconds_and_pays_the_listener_money() {
        Member ann = memberUnder("MOMENTS");
        bought(ann, "minutes-30", "MOMENTS", 1800);
        assertThat(ann.wallet().text()).contains("expiresAt");

        Talk talk = Market.connected(ann, Market.liveListener());
        Market.after(talk, 3);
        talk.endByMember().ok();

        Answer call = Market.settled(talk);
        agrees(talk, "MOMENTS", "SECONDS", call.number("billableSeconds"));
        assertThat(Market.pocket(ann, "MOMENTS")).isEqualTo(1800 - call.number("billableSeconds"));
    }

    @Test
    void cash_follows_bought_minutes_only_where_the_member_allows_it() {
        Member ann = memberUnder("MOMENTS");
        ann.topUp(10_000, "test_ok");
        Market.eventually().until(() -> Market.wallet(ann, "available") == 10_000);
        Market.refused(ann.call(Market.liveListener()), "INSUFFICIENT_FUNDS");

        ann.person().put("/v1/me/overflow", Map.of("cash", true)).ok();
        Talk talk = Market.connected(ann, Market.liveListener());
        talk.endByMember().ok();

        Market.settled(talk);
        Market.agrees(talk, Market.RATE);
        Market.eventually()
                .until(() -> ann.person().get("/v1/me").ok().at("cashOverflow").asBoolean());
    }

    @Test
    void a_pack_of_another_version_is_kept_explained_and_usable() {
        Member ann = Market.memberWith(0);

        Answer answer = ann.buy("tokens-550", "test_ok").ok();

        assertThat(answer.text("note.code")).isEqualTo("PACK_OF_ANOTHER_VERSION");
        assertThat(answer.text("note.detail")).startsWith("Your account is on PAY_PER_MINUTE.");
        Market.eventually().until(() -> Market.pocket(ann, "TOKENS") == 550);
        Talk talk = Market.connected(ann, Market.liveListener());
        talk.endByMember().ok();
        Answer call = Market.settled(talk);
        assertThat(call.text("terms.plan")).isEqualTo("PAY_PER_MINUTE");
        assertThat(550 - Market.pocket(ann, "TOKENS")).isEqualTo(TOKENS_A_MINUTE * call.number("billableSeconds") / 60);
    }

    @Test
    void a_move_to_another_version_leaves_a_running_call_as_it_was() {
        Member ann = Market.memberWith(50_000);
        assertThat(ann.person().get("/v1/me").ok().text("version")).isEqualTo("PAY_PER_MINUTE");
        Talk talk = Market.connected(ann, Market.liveListener());

        move(ann, "TOKENS");
        Market.after(talk, 2);
        talk.endByMember().ok();

        assertThat(Market.settled(talk).text("terms.plan")).isEqualTo("PAY_PER_MINUTE");
        Market.agrees(talk, Market.RATE);
        Market.refused(ann.call(Market.liveListener()), "INSUFFICIENT_FUNDS");
    }

    @Test
    void purchases_are_paid_late_found_again_and_declined_like_top_ups() {
        Member ann = memberUnder("TOKENS");

        ann.buy("tokens-100", "test_late").ok();
        ann.buy("tokens-100", "test_timeout").ok();
        String declined = ann.buy("tokens-100", "test_declined").ok().text("topUpId");

        Market.eventually().until(() -> Market.pocket(ann, "TOKENS") == 200);
        Market.eventually().until(() -> Market.topUp(ann, declined), "DECLINED"::equals);
        assertThat(ann.person().get("/v1/wallet/top-ups/" + declined).text("product"))
                .isEqualTo("tokens-100");
        assertThat(Market.wallet(ann, "available")).isZero();
    }

    @Test
    void what_is_not_for_sale_or_cannot_be_paid_is_refused_and_named() {
        Member ann = Market.memberWith(0);

        assertThat(ann.buy("tokens-7", "test_ok").code()).isEqualTo("PRODUCT_UNKNOWN");
        assertThat(ann.buy("tokens-7", "test_ok").status()).isEqualTo(422);
        assertThat(ann.buy("tokens-100", "my_card").code()).isEqualTo("PAYMENT_METHOD_UNKNOWN");
        assertThat(ann.buy("", "test_ok").code()).isEqualTo("VALIDATION_FAILED");
        assertThat(ann.person().get("/v1/wallet/top-ups").ok().at("items")).isEmpty();
    }

    @Test
    void the_catalogue_shows_what_is_made_for_the_caller() {
        Answer catalogue = memberUnder("MOMENTS").person().get("/v1/catalogue").ok();

        assertThat(catalogue.text("version")).isEqualTo("MOMENTS");
        assertThat(catalogue.text("packs.0.product")).isEqualTo("tokens-100");
        assertThat(catalogue.at("packs.0.forYou").asBoolean()).isFalse();
        assertThat(catalogue.number("packs.2.units")).isEqualTo(1800);
        assertThat(catalogue.at("packs.2.forYou").asBoolean()).isTrue();
    }

    @Test
    void nobody_who_is_unknown_can_be_moved() {
        Answer answer =
                Market.somebody("admin").post("/v1/admin/accounts/acc_nobody/version", Map.of("version", "TOKENS"));

        assertThat(answer.code()).isEqualTo("ACCOUNT_UNKNOWN");
    }

    @Test
    void a_lot_is_lost_at_its_time_though_nobody_touches_the_wallet() {
        Member ann = Market.memberWith(0);
        String wallet = ann.wallet().text("walletId");

        Market.somebody("admin")
                .post(
                        "/v1/admin/wallets/" + wallet + "/promos",
                        Map.of(
                                "unit",
                                "SECONDS",
                                "amount",
                                60,
                                "expiresAt",
                                Instant.now().plusSeconds(2).toString()))
                .ok();

        Market.eventually()
                .until(() -> ann.person().get("/v1/wallet/entries").text("items.0.kind"), "PROMO_EXPIRED"::equals);
        assertThat(ann.person().get("/v1/wallet/entries").number("items.0.amount"))
                .isEqualTo(-60);
    }

    private static void agrees(Talk talk, String pocket, String unit, long charged) {
        Answer call = talk.state();
        long earned = Formula.earned(Market.RATE, 60) * call.number("billableSeconds") / 60;
        assertThat(call.text("terms.plan")).isEqualTo(pocket);
        assertThat(call.at("charged").size()).isEqualTo(1);
        assertThat(call.text("charged.0.pocket")).isEqualTo(pocket);
        assertThat(call.text("charged.0.unit")).isEqualTo(unit);
        assertThat(call.number("charged.0.charged")).isEqualTo(charged);
        assertThat(Market.taken(talk).number("earned.minor")).isEqualTo(earned);
        assertThat(Market.taken(talk).number("fee.minor")).isZero();
        assertThat(Market.earnedFor(talk)).isEqualTo(earned);
        Answer why = talk.member().person().get(talk.path("/explain")).ok();
        assertThat(why.text()).contains("The plan is " + pocket);
        assertThat(why.number("totals.paidByPlatform.minor")).isEqualTo(earned);
        assertThat(why.at("totals.balanced").asBoolean()).isTrue();
    }

    private static Member memberUnder(String version) {
        Member member = Market.memberWith(0);
        move(member, version);
        Market.eventually().until(() -> member.person().get("/v1/me").text("version"), version::equals);
        return member;
    }

    private static void move(Member member, String version) {
        Market.somebody("admin")
                .post("/v1/admin/accounts/" + member.person().accountId() + "/version", Map.of("version", version))
                .ok();
    }

    private static void bought(Member member, String product, String pocket, long units) {
        assertThat(member.buy(product, "test_ok").ok().text("note")).isEmpty();
        Market.eventually().until(() -> Market.pocket(member, pocket) == units);
    }
}
