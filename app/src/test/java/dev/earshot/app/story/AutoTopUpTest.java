package dev.earshot.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.app.client.Answer;
import dev.earshot.app.client.Member;
import dev.earshot.app.client.Stream;
import dev.earshot.app.client.Talk;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Wallets that are topped up by themselves: once, after a while again when declined, and never beyond the day's cap. */
@Execution(ExecutionMode.CONCURRENT)
class AutoTopUpTest {
    private static final String PATH = "/v1/me/auto-top-up";
    private static final long A_SECOND = Market.RATE / 60;

    @Test
    void a_call_that_would_have_starved_lives_on_and_the_money_is_taken_once() {
        Member ann = Market.memberWith(7 * A_SECOND);
        wish(ann, 500, 2_000, "test_ok").ok();
        Talk talk = Market.connected(ann, Market.liveListener());

        Market.after(talk, 10);
        talk.endByMember().ok();

        Answer call = Market.settled(talk);
        assertThat(call.text("endReason")).isEqualTo("HUNG_UP_BY_MEMBER");
        Market.agrees(talk, Market.RATE);
        assertThat(Market.wallet(ann, "available")).isEqualTo(7 * A_SECOND + 2_000 - Market.charged(call));
        assertThat(seen(ann).number("today.times")).isEqualTo(1);
        assertThat(seen(ann).text("inFlight")).isEmpty();
        Answer topUps = ann.person().get("/v1/wallet/top-ups").ok();
        assertThat(topUps.at("items")).hasSize(2);
        assertThat(topUps.at("items.0.automatic").asBoolean()).isTrue();
        assertThat(topUps.at("items.1.automatic").asBoolean()).isFalse();
    }

    /** What a hold sets aside is not spent: nobody is charged because somebody's phone rings. */
    @Test
    void a_call_that_merely_rings_takes_no_money() {
        Member ann = Market.memberWith(9 * A_SECOND);
        wish(ann, 5 * A_SECOND, 2_000, "test_ok").ok();

        Talk talk = Market.ringing(ann, Market.liveListener());
        Market.eventually().until(() -> Market.wallet(ann, "available") < 5 * A_SECOND);
        talk.endByMember().ok();

        Market.overForNothing(talk, "CANCELLED");
        assertThat(ann.person().get("/v1/wallet/top-ups").ok().at("items")).hasSize(1);
    }

    @Test
    void a_declined_method_cools_off_is_tried_again_and_switched_off_until_the_member_names_another() {
        Member ann = Market.memberWith(0);
        List<String> heard = new CopyOnWriteArrayList<>();
        try (Stream stream = ann.person().listen()) {
            stream.each(news ->
                    heard.add(news.name() + " " + news.data().path("type").asString()));
            wish(ann, 500, 2_000, "test_declined").ok();

            Market.eventually().until(() -> seen(ann).text("status"), "SUSPENDED"::equals);
            assertThat(seen(ann).number("today.times")).isEqualTo(3);
            String declined = seen(ann).text("lastDeclined");
            assertThat(ann.person().get("/v1/wallet/top-ups/" + declined).text("reason"))
                    .isEqualTo("CARD_DECLINED");
            Market.eventually().until(() -> heard.contains("auto-top-up AutoTopUpSuspended"));
            assertThat(heard).contains("auto-top-up AutoTopUpStarted", "auto-top-up AutoTopUpDeclined");
        }
        assertThat(Market.wallet(ann, "available")).isZero();

        wish(ann, 500, 2_000, "test_ok").ok();
        Market.eventually().until(() -> Market.wallet(ann, "available") == 2_000);
        assertThat(seen(ann).text("status")).isEqualTo("ON");
    }

    /** The network took the money and its answer was lost: who asks again then, takes it twice. */
    @Test
    void an_answer_that_gets_lost_is_waited_for() {
        Member ann = Market.memberWith(0);
        wish(ann, 500, 2_000, "test_timeout").ok();
        Market.eventually().until(() -> !seen(ann).text("inFlight").isEmpty());

        Market.eventually().until(() -> Market.wallet(ann, "available") == 2_000);
        Market.eventually().until(() -> seen(ann).text("inFlight").isEmpty());
        assertThat(ann.person().get("/v1/wallet/top-ups").ok().at("items")).hasSize(1);
    }

    @Test
    void no_day_brings_more_than_its_cap_however_much_is_missing() {
        Member ann = Market.memberWith(0);
        wish(ann, 100_000, 20_000, "test_ok").ok();

        Market.eventually().until(() -> seen(ann).text("pauseReason"), "DAILY_CAP"::equals);
        assertThat(Market.wallet(ann, "available")).isEqualTo(40_000);
        assertThat(seen(ann).number("today.amount.minor")).isEqualTo(40_000);
        assertThat(seen(ann).number("cap.amount.minor")).isEqualTo(50_000);
        assertThat(seen(ann).text("pausedUntil")).endsWith("T00:00:00Z");
    }

    /** Who wants their money back is not asked for it again. */
    @Test
    void a_refund_switches_it_off_until_the_member_wishes_it_again() {
        Member ann = Market.memberWith(0);
        wish(ann, 500, 2_000, "test_ok").ok();
        Market.eventually().until(() -> Market.wallet(ann, "available") == 2_000);
        String topUp = ann.person().get("/v1/wallet/top-ups").ok().text("items.0.topUpId");

        Market.somebody("FINANCE")
                .post("/v1/admin/top-ups/" + topUp + "/refunds", Map.of("reason", "REQUESTED_BY_MEMBER"))
                .ok();

        Market.eventually().until(() -> seen(ann).text("status"), "SUSPENDED"::equals);
        Market.eventually().until(() -> Market.wallet(ann, "available") == 0);
        Market.eventually()
                .until(() -> ann.person().get("/v1/wallet/top-ups/" + topUp).number("refunded.minor") == 2_000);
        assertThat(ann.person().get("/v1/wallet/top-ups").ok().at("items")).hasSize(1);
        assertThat(seen(ann).number("today.times")).isEqualTo(1);

        wish(ann, 500, 2_000, "test_ok").ok();
        Market.eventually().until(() -> Market.wallet(ann, "available") == 2_000);
        assertThat(ann.person().get("/v1/wallet/top-ups").ok().at("items")).hasSize(2);
    }

    @Test
    void turned_off_it_takes_nothing() {
        Member ann = Market.memberWith(7 * A_SECOND);
        wish(ann, 500, 2_000, "test_ok").ok();
        assertThat(ann.person().delete(PATH).status()).isEqualTo(204);
        assertThat(ann.person().delete(PATH).status()).isEqualTo(204);
        Market.eventually().until(() -> seen(ann).text("status"), "OFF"::equals);

        Talk talk = Market.connected(ann, Market.liveListener());
        Market.settled(talk);

        assertThat(talk.state().text("endReason")).isEqualTo("FUNDS_EXHAUSTED");
        assertThat(ann.person().get("/v1/wallet/top-ups").ok().at("items")).hasSize(1);
    }

    @Test
    void turning_off_what_was_never_on_is_no_failure() {
        Member ann = Market.memberWith(0);

        assertThat(ann.person().delete(PATH).status()).isEqualTo(204);
        assertThat(seen(ann).text("status")).isEqualTo("OFF");
    }

    @Test
    void wishes_that_cannot_be_met_are_refused_and_named() {
        Member ann = Market.memberWith(0);

        assertThat(wish(ann, 500, 2_000, "my_card").code()).isEqualTo("PAYMENT_METHOD_UNKNOWN");
        assertThat(wish(ann, 500, 99, "test_ok").code()).isEqualTo("TOP_UP_AMOUNT_OUT_OF_RANGE");
        assertThat(wish(ann, 500, 50_001, "test_ok").code()).isEqualTo("AUTO_TOP_UP_ABOVE_DAILY_CAP");
        assertThat(wish(ann, 99, 2_000, "test_ok").code()).isEqualTo("AUTO_TOP_UP_THRESHOLD_OUT_OF_RANGE");
        assertThat(wish(ann, 99, 2_000, "test_ok").status()).isEqualTo(422);
        assertThat(wish(ann, rupees(500), Member.usd(2_000), "test_ok").code())
                .isEqualTo("AUTO_TOP_UP_CURRENCY_MISMATCH");
        assertThat(wish(ann, rupees(500), rupees(2_000), "test_ok").code()).isEqualTo("CURRENCY_MISMATCH");
        assertThat(wish(ann, 500, 2_000, "").code()).isEqualTo("VALIDATION_FAILED");
        assertThat(seen(ann).text("status")).isEqualTo("OFF");
    }

    private static Answer wish(Member member, long threshold, long amount, String method) {
        return wish(member, Member.usd(threshold), Member.usd(amount), method);
    }

    private static Answer wish(
            Member member, Map<String, Object> threshold, Map<String, Object> amount, String method) {
        return member.person().put(PATH, Map.of("threshold", threshold, "amount", amount, "method", method));
    }

    private static Answer seen(Member member) {
        return member.person().get(PATH).ok();
    }

    private static Map<String, Object> rupees(long minor) {
        return Map.of("minor", minor, "currency", "INR");
    }
}
