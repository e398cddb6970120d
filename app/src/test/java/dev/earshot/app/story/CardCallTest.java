package dev.earshot.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.app.client.Answer;
import dev.earshot.app.client.Listener;
import dev.earshot.app.client.Member;
import dev.earshot.app.client.Talk;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls that a saved card pays. At the stories' settings a card is authorized for 10 seconds, or for 6. */
@Execution(ExecutionMode.CONCURRENT)
class CardCallTest {
    private static final long A_SECOND = Market.RATE / 60;

    @Test
    void a_card_pays_what_was_talked_and_the_listeners_account_gets_its_part_at_once() {
        Member ann = cardholder("test_ok");
        Talk talk = talked(ann, payableListener(Market.RATE), 3);

        Answer call = Market.settled(talk);
        Answer paid = cardIs(talk, 0, "CAPTURED");

        Market.agrees(talk, Market.RATE);
        long charged = Market.charged(call);
        assertThat(call.text("charged.0.pocket")).isEqualTo("CARD");
        assertThat(call.number("charged.0.charged")).isEqualTo(charged);
        assertThat(paid.number("card.0.authorized.minor")).isEqualTo(10 * A_SECOND);
        assertThat(paid.number("card.0.charged.minor")).isEqualTo(charged);
        assertThat(Market.wallet(ann, "displayed"))
                .as("a card is not a balance")
                .isZero();
        assertThat(Market.wallet(ann, "drawn")).isZero();
        Market.eventually()
                .until(() -> talk.listener().person().get("/v1/me/earnings").number("paidOut.minor")
                        == charged - Formula.fee(charged));
        assertThat(talk.member().person().get(talk.path("/explain")).ok().text())
                .contains("AUTHORIZED")
                .contains("CAPTURED");
        assertThat(talk.listener().person().get(talk.path("/explain")).ok().text())
                .doesNotContain("AUTHORIZED")
                .doesNotContain("CAPTURED");
    }

    @Test
    void a_call_outlives_its_first_authorization_by_a_chain_of_them() {
        Talk talk = talked(cardholder("test_ok"), payableListener(Market.RATE), 13);

        Answer call = Market.settled(talk);
        cardIs(talk, 0, "CAPTURED");
        Answer paid = cardIs(talk, 1, "CAPTURED");

        assertThat(call.number("grantedSeconds")).isGreaterThanOrEqualTo(20);
        assertThat(paid.number("card.0.charged.minor")).isEqualTo(10 * A_SECOND);
        assertThat(paid.number("card.0.charged.minor") + paid.number("card.1.charged.minor"))
                .isEqualTo(Market.charged(call));
        Market.agrees(talk, Market.RATE);
    }

    @Test
    void a_card_that_is_short_of_funds_is_authorized_for_less_and_goes_on_so() {
        Talk talk = talked(cardholder("test_short_of_funds"), payableListener(Market.RATE), 8);

        Market.settled(talk);
        Answer paid = cardIs(talk, 1, "CAPTURED");

        assertThat(paid.number("card.0.authorized.minor")).isEqualTo(6 * A_SECOND);
        assertThat(paid.number("card.1.authorized.minor")).isEqualTo(6 * A_SECOND);
        Market.agrees(talk, Market.RATE);
    }

    @Test
    void a_call_ends_at_exactly_the_second_the_card_was_authorized_for_when_no_further_one_is_had() {
        Talk talk = connected(cardholder("test_only_once"), payableListener(Market.RATE));

        Answer call = Market.settled(talk);

        assertThat(call.text("endReason")).isEqualTo("FUNDS_EXHAUSTED");
        assertThat(call.number("billableSeconds")).isEqualTo(10);
        assertThat(cardIs(talk, 0, "CAPTURED").text("card.1.status")).isEqualTo("DECLINED");
        Market.agrees(talk, Market.RATE);
    }

    @ParameterizedTest
    @CsvSource({"test_declined", "test_insufficient_funds"})
    void a_card_that_is_declined_refuses_the_call_and_sets_the_listener_free(String method) {
        Listener lea = payableListener(Market.RATE);

        Market.refused(cardholder(method).callByCard(lea), "PAYMENT_DECLINED");

        Market.canBeCalled(lea);
    }

    @Test
    void an_authorization_whose_answer_was_lost_is_found_and_the_call_rings() {
        Talk talk = talked(cardholder("test_authorize_timeout"), payableListener(Market.RATE), 2);

        Market.settled(talk);
        cardIs(talk, 0, "CAPTURED");
        Market.agrees(talk, Market.RATE);
    }

    @Test
    void a_capture_whose_answer_was_lost_is_found_and_made_once() {
        Member ann = cardholder("test_capture_timeout");
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        try (var news = ann.person().listen()) {
            news.each(told -> heard.add(told.data().path("type").asString("")));
            Talk talk = talked(ann, payableListener(Market.RATE), 2);
            Market.settled(talk);

            cardIs(talk, 0, "CAPTURED");

            Market.eventually().until(() -> heard.contains("CardCaptured"));
            assertThat(heard).containsOnlyOnce("CardUnknown", "CardCaptured");
            Market.agrees(talk, Market.RATE);
        }
    }

    @Test
    void a_call_that_nobody_answers_holds_nothing_on_the_card_in_the_end() {
        Talk talk = ringing(cardholder("test_ok"), payableListener(Market.RATE));
        talk.endByMember().ok();

        Market.overForNothing(talk, "CANCELLED");
        cardIs(talk, 0, "VOIDED");
    }

    @Test
    void what_is_too_little_for_a_card_is_waived_and_the_listener_is_paid_all_the_same() {
        Talk talk = talked(cardholder("test_ok"), payableListener(600), 2);

        Market.settled(talk);
        Answer call = cardIs(talk, 0, "VOIDED");

        assertThat(call.at("card.0.waived").asBoolean()).isTrue();
        assertThat(Market.earnedFor(talk)).isPositive();
        Market.agrees(talk, 600);
    }

    @ParameterizedTest
    @CsvSource({"test_capture_fails", "test_expires"})
    void what_a_card_cannot_be_charged_is_owed_by_the_member_before_the_next_call(String method) {
        Member ann = cardholder(method);
        Talk talk = talked(ann, payableListener(Market.RATE), 2);
        long charged = Market.charged(Market.settled(talk));
        assertThat(cardIs(talk, 0, "OWED").number("card.0.charged.minor")).isEqualTo(charged);
        assertThat(Market.earnedFor(talk)).isEqualTo(charged - Formula.fee(charged));

        Market.refused(ann.callByCard(payableListener(Market.RATE)), "RECEIVABLE_OPEN");

        ann.topUp(charged + 500, "test_ok");
        Market.eventually().until(() -> Market.wallet(ann, "available") == 500);
    }

    @Test
    void a_card_whose_bank_waits_for_its_owner_shows_the_next_step_and_rings_when_it_has_heard() {
        Talk talk = cardholder("test_needs_customer").callByCard(payableListener(Market.RATE));

        Market.eventually().until(() -> talk.state().text("nextStep.provider"), "sandbox"::equals);

        Market.is(talk, "RINGING");
        talk.endByMember().ok();
        cardIs(talk, 0, "VOIDED");
    }

    @Test
    void a_slow_answer_for_one_member_does_not_keep_another_member_waiting() {
        Member slow = cardholder("test_slow");
        Member fast = cardholder("test_ok");
        Listener lea = payableListener(Market.RATE);
        Listener leo = payableListener(Market.RATE);
        Talk waiting = slow.callByCard(lea);

        Talk talk = ringing(fast, leo);

        assertThat(waiting.status()).isEqualTo("REQUESTED");
        talk.endByMember().ok();
        Market.is(waiting, "RINGING");
        waiting.endByMember().ok();
    }

    @Test
    void a_listener_who_has_no_account_to_be_paid_to_takes_no_cards() {
        Answer answer = cardholder("test_ok").tryToCallByCard(Market.liveListener());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("LISTENER_TAKES_NO_CARDS");
    }

    @Test
    void saved_cards_are_listed_chosen_and_forgotten() {
        Member ann = cardholder("test_ok");
        String second = ann.saveCard("test_declined");
        Market.eventually().until(() -> saved(ann, second));
        assertThat(cards(ann).text("items.0.last4")).hasSize(4);
        assertThat(cards(ann).at("items.0.isDefault").asBoolean()).isTrue();

        ann.person().put("/v1/cards/" + second + "/default", Map.of()).ok();
        Market.eventually().until(() -> cards(ann).at("items.1.isDefault").asBoolean());
        ann.person().delete("/v1/cards/" + second).ok();

        Market.eventually().until(() -> cards(ann).at("items").size() == 1);
        assertThat(cards(ann).at("items.0.isDefault").asBoolean()).isTrue();
        assertThat(ann.person()
                        .post("/v1/cards", Map.of("method", "4242424242424242"))
                        .code())
                .isEqualTo("CARD_METHOD_UNKNOWN");
        String refused = ann.saveCard("test_not_saved");
        Market.eventually().until(() -> ann.person().get("/v1/cards/" + refused).text("status"), "TURNED_AWAY"::equals);
    }

    private static Member cardholder(String method) {
        Member member = Market.memberWith(0);
        String card = member.saveCard(method);
        Market.eventually().until(() -> saved(member, card));
        return member;
    }

    private static boolean saved(Member member, String card) {
        return member.person().get("/v1/cards/" + card).text("status").equals("SAVED");
    }

    private static Answer cards(Member member) {
        return member.person().get("/v1/cards").ok();
    }

    /** A live listener with an account to be paid to. */
    private static Listener payableListener(long ratePerMinute) {
        Listener listener = Market.liveListenerAt(ratePerMinute);
        listener.person()
                .post("/v1/me/payout-account", Map.of("method", "test_ok"))
                .ok();
        Market.eventually()
                .until(() -> listener.person()
                        .get("/v1/me/payout-account")
                        .at("verified")
                        .asBoolean());
        return listener;
    }

    private static Talk ringing(Member member, Listener listener) {
        Talk talk = member.callByCard(listener);
        Market.is(talk, "RINGING");
        return talk;
    }

    private static Talk connected(Member member, Listener listener) {
        Talk talk = ringing(member, listener);
        talk.accept().ok();
        Market.connect(talk);
        return talk;
    }

    private static Talk talked(Member member, Listener listener, long seconds) {
        Talk talk = connected(member, listener);
        Market.after(talk, seconds);
        talk.endByMember().ok();
        return talk;
    }

    private static Answer cardIs(Talk talk, int authorization, String status) {
        return Market.eventually()
                .until(
                        talk::state,
                        call -> call.text("card." + authorization + ".status").equals(status));
    }
}
