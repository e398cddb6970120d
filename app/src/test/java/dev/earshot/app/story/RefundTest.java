package dev.earshot.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.app.client.Answer;
import dev.earshot.app.client.Member;
import dev.earshot.app.client.Person;
import dev.earshot.app.client.Talk;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Money goes back: by finance's hand, and by the payer's bank. */
@Execution(ExecutionMode.CONCURRENT)
class RefundTest {
    private final Person finance = Market.somebody("FINANCE");

    @Test
    void spent_money_that_goes_back_is_owed_blocks_calls_and_is_paid_by_the_next_top_up() {
        Member ann = Market.memberWith(0);
        String topUp = paid(ann, 10_000, "test_ok");
        Talk talk = Market.connected(ann, Market.liveListener());
        Market.after(talk, 3);
        talk.endByMember().ok();
        long spent = Market.charged(Market.settled(talk));

        refund(topUp, Map.of("reason", "REQUESTED_BY_MEMBER")).ok();

        Market.eventually().until(() -> Market.wallet(ann, "owed") == spent);
        assertThat(Market.wallet(ann, "available")).isZero();
        Market.eventually().until(() -> lineOf(topUp, "status").equals("CONFIRMED"));
        assertThat(ann.person().get("/v1/wallet/top-ups/" + topUp).number("refunded.minor"))
                .isEqualTo(10_000);
        Market.refused(ann.call(Market.liveListener()), "RECEIVABLE_OPEN");

        ann.topUp(spent + 10_000, "test_ok");

        Market.eventually().until(() -> Market.wallet(ann, "available") == 10_000);
        assertThat(Market.wallet(ann, "owed")).isZero();
        Market.ringing(ann, Market.liveListener()).endByMember().ok();
        assertThat(ann.person().get("/v1/wallet/entries").ok().at("items").findValuesAsString("kind"))
                .contains("REFUND", "RECEIVABLE", "RECEIVABLE_PAID");
    }

    @Test
    void no_more_goes_back_than_is_left_and_only_by_finance() {
        Member ann = Market.memberWith(0);
        String topUp = paid(ann, 2_000, "test_ok");
        var part = Map.of("amount", Member.usd(1_500), "reason", "DUPLICATE");

        refund(topUp, part).ok();

        Answer again = refund(topUp, part);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.code()).isEqualTo("REFUND_EXCEEDS_PAYMENT");
        assertThat(ann.person()
                        .post("/v1/admin/top-ups/" + topUp + "/refunds", part)
                        .status())
                .isEqualTo(403);
        Market.eventually().until(() -> Market.wallet(ann, "available") == 500);
    }

    @Test
    void a_refund_that_is_refused_or_comes_back_is_the_members_again() {
        Member ann = Market.memberWith(0);
        String refused = paid(ann, 2_000, "test_refund_refused");
        String returned = paid(ann, 3_000, "test_refund_returned");

        refund(refused, Map.of("reason", "DUPLICATE")).ok();
        refund(returned, Map.of("reason", "DUPLICATE")).ok();

        Market.eventually().until(() -> lineOf(refused, "reason").equals("REFUSED"));
        Market.eventually().until(() -> lineOf(returned, "reason").equals("RETURNED"));
        Market.eventually().until(() -> Market.wallet(ann, "available") == 5_000);
    }

    @Test
    void a_refund_whose_answer_was_lost_is_asked_for_again() {
        Member ann = Market.memberWith(0);
        String topUp = paid(ann, 2_000, "test_refund_timeout");

        refund(topUp, Map.of("reason", "SERVICE_FAILED")).ok();

        Market.eventually().until(() -> lineOf(topUp, "status").equals("CONFIRMED"));
    }

    @Test
    void a_dispute_takes_the_money_and_a_won_one_gives_it_back() {
        Member ann = Market.memberWith(0);
        String won = ann.topUp(2_000, "test_disputed_won");

        Market.eventually().until(() -> lineOf(won, "status").equals("OPEN"));
        Answer beside = refund(won, Map.of("reason", "DUPLICATE"));
        assertThat(beside.code()).isEqualTo("TOP_UP_DISPUTED");
        Market.eventually().until(() -> lineOf(won, "status").equals("WON"));
        Market.eventually().until(() -> Market.wallet(ann, "available") == 2_000);
    }

    @Test
    void a_dispute_that_is_lost_stays_lost() {
        Member ann = Market.memberWith(0);
        String lost = ann.topUp(2_000, "test_disputed_lost");

        Market.eventually().until(() -> lineOf(lost, "status").equals("LOST"));
        Market.eventually().until(() -> Market.wallet(ann, "available") == 0);
        assertThat(ann.person().get("/v1/wallet/top-ups/" + lost).number("disputed.minor"))
                .isEqualTo(2_000);
        assertThat(finance.get("/v1/admin/top-ups?limit=100").ok().at("items").findValuesAsString("topUpId"))
                .contains(lost);
    }

    private static String paid(Member member, long minor, String method) {
        String topUp = member.topUp(minor, method);
        Market.eventually().until(() -> Market.topUp(member, topUp), "PAID"::equals);
        return topUp;
    }

    private Answer refund(String topUp, Map<String, Object> form) {
        return finance.post("/v1/admin/top-ups/" + topUp + "/refunds", form);
    }

    /** A field of the refund or dispute that was told of last; empty while there is none. */
    private String lineOf(String topUp, String field) {
        var lines = finance.get("/v1/admin/top-ups/" + topUp).ok().at("lines");
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1).path(field).asString("");
    }
}
