package dev.earshot.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.app.client.Answer;
import dev.earshot.app.client.Listener;
import dev.earshot.app.client.Member;
import dev.earshot.app.client.Person;
import dev.earshot.app.client.Talk;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What a card has paid for a call goes back: by finance's hand, and by the cardholder's bank. */
@Execution(ExecutionMode.CONCURRENT)
class CardDisputeTest {
    private final Person finance = Market.somebody("FINANCE");

    @Test
    void a_disputed_payment_is_owed_by_the_member_and_blocks_calls_until_it_is_decided() {
        Member ann = Cards.cardholder("test_disputed");
        Talk talk = Cards.talked(ann, Cards.payableListener(Market.RATE), 3);
        long charged = Market.charged(Market.settled(talk));

        Market.eventually().until(() -> Market.wallet(ann, "owed") == charged);

        assertThat(payment(talk).text("status")).isEqualTo("DISPUTED");
        assertThat(payment(talk).number("owed.minor")).isEqualTo(charged);
        assertThat(payment(talk).number("listenerLost.minor")).isZero();
        assertThat(refund(talk, Map.of("reason", "DUPLICATE")).code()).isEqualTo("CARD_PAYMENT_DISPUTED");
        assertThat(finance.get("/v1/admin/card-payments?status=DISPUTED&limit=100")
                        .ok()
                        .at("items")
                        .findValuesAsString("cardPaymentId"))
                .contains(idOf(talk));
        Market.refused(ann.callByCard(Cards.payableListener(Market.RATE)), "RECEIVABLE_OPEN");
    }

    @Test
    void a_lost_dispute_takes_the_listeners_share_below_zero_and_the_next_call_works_it_off() {
        Member ann = Cards.cardholder("test_disputed_lost");
        Listener lea = Cards.payableListener(Market.RATE);
        Talk talk = Cards.talked(ann, lea, 3);
        long charged = Market.charged(Market.settled(talk));
        long share = charged - Formula.fee(charged);

        Market.eventually().until(() -> coins(lea, "clawbacks") == share);

        assertThat(coins(lea, "available")).isEqualTo(-share);
        assertThat(coins(lea, "paidOut")).isEqualTo(share);
        addsUp(lea);
        Market.eventually().until(() -> payment(talk).text("status"), "RECEIVABLE"::equals);
        assertThat(payment(talk).number("listenerLost.minor")).isEqualTo(share);
        assertThat(Market.wallet(ann, "owed")).isEqualTo(charged);
        assertThat(ann.person().get(talk.path("/explain")).ok().text()).contains("GIVEN_BACK");
        assertThat(lea.person().get(talk.path("/explain")).ok().text()).doesNotContain("GIVEN_BACK");
        assertThat(Cards.cardIs(talk, 0, "CAPTURED").number("card.0.disputed.minor"))
                .isEqualTo(charged);

        Market.eventually().until(() -> Market.statusOf(lea), "LIVE"::equals);
        Talk next = Market.connected(Market.memberWith(10_000), lea);
        Market.after(next, 4);
        next.endByMember().ok();
        Market.settled(next);
        long earned = Market.earnedFor(next);
        Market.eventually().until(() -> coins(lea, "available") == earned - share);
        addsUp(lea);
        assertThat(lea.person()
                        .get("/v1/me/earnings/statement?limit=100")
                        .ok()
                        .at("items")
                        .findValuesAsString("kind"))
                .contains("SETTLED_DIRECTLY", "CLAWBACK", "MATURED");

        ann.topUp(charged + 500, "test_ok");
        Market.eventually().until(() -> Market.wallet(ann, "available") == 500);
        Market.eventually().until(() -> Market.wallet(ann, "owed") == 0);
    }

    @Test
    void a_won_dispute_frees_the_member_and_costs_nobody_anything() {
        Member ann = Cards.cardholder("test_disputed_won");
        Listener lea = Cards.payableListener(Market.RATE);
        Talk talk = Cards.talked(ann, lea, 3);
        long charged = Market.charged(Market.settled(talk));

        Market.eventually().until(() -> !payment(talk).at("lines").isEmpty());
        Market.eventually().until(() -> payment(talk).text("lines.0.status"), "WON"::equals);

        Market.eventually().until(() -> Market.wallet(ann, "owed") == 0);
        assertThat(payment(talk).text("status")).isEqualTo("CAPTURED");
        assertThat(coins(lea, "clawbacks")).isZero();
        assertThat(coins(lea, "paidOut")).isEqualTo(charged - Formula.fee(charged));
        Talk again = ann.callByCard(Cards.payableListener(Market.RATE));
        Market.is(again, "RINGING");
        again.endByMember().ok();
    }

    @Test
    void a_refund_is_the_platforms_unless_it_is_taken_from_the_listener() {
        Listener lea = Cards.payableListener(Market.RATE);
        Talk talk = Cards.talked(Cards.cardholder("test_ok"), lea, 4);
        long charged = Market.charged(Market.settled(talk));
        long share = charged - Formula.fee(charged);
        Cards.cardIs(talk, 0, "CAPTURED");
        Market.eventually().until(() -> coins(lea, "paidOut") == share);

        refund(talk, Map.<String, Object>of("amount", Member.usd(100), "reason", "SERVICE_FAILED"))
                .ok();
        Market.eventually().until(() -> payment(talk).text("lines.0.status"), "CONFIRMED"::equals);
        assertThat(coins(lea, "paidOut")).isEqualTo(share);

        refund(talk, Map.of("reason", "REQUESTED_BY_MEMBER", "from", "LISTENER"))
                .ok();
        long part = share * (charged - 100) / charged;
        Market.eventually().until(() -> coins(lea, "paidOut") == share - part);
        assertThat(coins(lea, "clawbacks")).isEqualTo(part);
        assertThat(coins(lea, "available")).isZero();
        addsUp(lea);

        assertThat(payment(talk).text("status")).isEqualTo("REFUNDED");
        assertThat(Market.wallet(talk.member(), "owed")).isZero();
        Answer tooMuch = refund(talk, Map.of("reason", "DUPLICATE"));
        assertThat(tooMuch.status()).isEqualTo(422);
        assertThat(tooMuch.code()).isEqualTo("CARD_REFUND_EXCEEDS_PAYMENT");
        assertThat(Cards.cardIs(talk, 0, "CAPTURED").number("card.0.refunded.minor"))
                .isEqualTo(charged);
    }

    @Test
    void a_refund_that_comes_back_gives_the_listener_what_was_fetched() {
        Listener lea = Cards.payableListener(Market.RATE);
        Talk talk = Cards.talked(Cards.cardholder("test_refund_returned"), lea, 3);
        long charged = Market.charged(Market.settled(talk));
        Cards.cardIs(talk, 0, "CAPTURED");

        refund(talk, Map.of("reason", "DUPLICATE", "from", "LISTENER")).ok();

        Market.eventually().until(() -> coins(lea, "available") == charged - Formula.fee(charged));
        assertThat(coins(lea, "clawbacks")).isZero();
        assertThat(payment(talk).text("lines.0.reason")).isEqualTo("RETURNED");
        assertThat(payment(talk).text("status")).isEqualTo("CAPTURED");
        addsUp(lea);
    }

    /** Many providers tell no more than their own name for the payment, and in any order. */
    @Test
    void a_dispute_told_by_the_providers_name_lost_before_it_was_opened_and_won_in_the_end_costs_nobody_anything() {
        Member ann = Cards.cardholder("test_ok");
        Listener lea = Cards.payableListener(Market.RATE);
        Talk talk = Cards.talked(ann, lea, 3);
        long charged = Market.charged(Market.settled(talk));
        long share = charged - Formula.fee(charged);
        Cards.cardIs(talk, 0, "CAPTURED");
        Market.eventually().until(() -> coins(lea, "paidOut") == share);

        tell(talk, "dispute.lost", charged);
        Market.eventually().until(() -> coins(lea, "clawbacks") == share);
        tell(talk, "dispute.opened", charged);
        ann.topUp(200, "test_ok");
        Market.eventually().until(() -> Market.wallet(ann, "owed") == charged - 200);
        tell(talk, "dispute.won", charged);

        Market.eventually().until(() -> coins(lea, "clawbacks") == 0);
        assertThat(coins(lea, "available")).isZero();
        Market.eventually().until(() -> Market.wallet(ann, "available") == 200);
        assertThat(Market.wallet(ann, "owed")).isZero();
        assertThat(payment(talk).text("lines.0.status")).isEqualTo("WON");
        assertThat(payment(talk).number("listenerLost.minor")).isZero();
    }

    @Test
    void a_payment_that_is_not_there_is_unknown_whatever_is_asked_of_it() {
        assertThat(finance.get("/v1/admin/card-payments/cpay_nowheren001").code())
                .isEqualTo("CARD_PAYMENT_UNKNOWN");
        assertThat(finance.post("/v1/admin/card-payments/cpay_nowheren001/refunds", Map.of("reason", "DUPLICATE"))
                        .code())
                .isEqualTo("CARD_PAYMENT_UNKNOWN");
    }

    private static void addsUp(Listener listener) {
        long came = coins(listener, "earned") + coins(listener, "bonuses");
        long gone = coins(listener, "penalties") + coins(listener, "clawbacks");
        long there = coins(listener, "pending") + coins(listener, "available");
        assertThat(came - gone).isEqualTo(there + coins(listener, "inPayout") + coins(listener, "paidOut"));
    }

    private static long coins(Listener listener, String name) {
        return listener.person().get("/v1/me/earnings").number(name + ".minor");
    }

    private static void tell(Talk talk, String type, long minor) {
        String suffix = idOf(talk).substring("cpay_".length());
        SandboxNetwork.tell("""
                        {"id": "sev_%s_%s", "type": "%s", "payment": "sbxh_%sa1", "dispute": "dp_x%s",
                         "amount": {"minor": %d, "currency": "USD"}, "at": "2026-01-01T10:00:00Z"}""".formatted(suffix, type, type, suffix, suffix, minor))
                .ok();
    }

    private static String idOf(Talk talk) {
        return "cpay_" + talk.state().text("callId").substring("call_".length()) + "n001";
    }

    private Answer payment(Talk talk) {
        return finance.get("/v1/admin/card-payments/" + idOf(talk)).ok();
    }

    private Answer refund(Talk talk, Map<String, Object> form) {
        return finance.post("/v1/admin/card-payments/" + idOf(talk) + "/refunds", form);
    }
}
