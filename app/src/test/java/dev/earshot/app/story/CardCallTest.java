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
        Member ann = Cards.cardholder("test_ok");
        Talk talk = Cards.talked(ann, Cards.payableListener(Market.RATE), 3);

        Answer call = Market.settled(talk);
        Answer paid = Cards.cardIs(talk, 0, "CAPTURED");

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
        Talk talk = Cards.talked(Cards.cardholder("test_ok"), Cards.payableListener(Market.RATE), 13);

        Answer call = Market.settled(talk);
        Cards.cardIs(talk, 0, "CAPTURED");
        Answer paid = Cards.cardIs(talk, 1, "CAPTURED");

        assertThat(call.number("grantedSeconds")).isGreaterThanOrEqualTo(20);
        assertThat(paid.number("card.0.charged.minor")).isEqualTo(10 * A_SECOND);
        assertThat(paid.number("card.0.charged.minor") + paid.number("card.1.charged.minor"))
                .isEqualTo(Market.charged(call));
        Market.agrees(talk, Market.RATE);
    }

    @Test
    void a_card_that_is_short_of_funds_is_authorized_for_less_and_goes_on_so() {
        Talk talk = Cards.talked(Cards.cardholder("test_short_of_funds"), Cards.payableListener(Market.RATE), 8);

        Market.settled(talk);
        Answer paid = Cards.cardIs(talk, 1, "CAPTURED");

        assertThat(paid.number("card.0.authorized.minor")).isEqualTo(6 * A_SECOND);
        assertThat(paid.number("card.1.authorized.minor")).isEqualTo(6 * A_SECOND);
        Market.agrees(talk, Market.RATE);
    }

    @Test
    void a_call_ends_at_exactly_the_second_the_card_was_authorized_for_when_no_further_one_is_had() {
        Talk talk = Cards.connected(Cards.cardholder("test_only_once"), Cards.payableListener(Market.RATE));

        Answer call = Market.settled(talk);

        assertThat(call.text("endReason")).isEqualTo("FUNDS_EXHAUSTED");
        assertThat(call.number("billableSeconds")).isEqualTo(10);
        assertThat(Cards.cardIs(talk, 0, "CAPTURED").text("card.1.status")).isEqualTo("DECLINED");
        Market.agrees(talk, Market.RATE);
    }

    @ParameterizedTest
    @CsvSource({"test_declined", "test_insufficient_funds"})
    void a_card_that_is_declined_refuses_the_call_and_sets_the_listener_free(String method) {
        Listener lea = Cards.payableListener(Market.RATE);

        Market.refused(Cards.cardholder(method).callByCard(lea), "PAYMENT_DECLINED");

        Market.canBeCalled(lea);
    }

    @Test
    void an_authorization_whose_answer_was_lost_is_found_and_the_call_rings() {
        Talk talk = Cards.talked(Cards.cardholder("test_authorize_timeout"), Cards.payableListener(Market.RATE), 2);

        Market.settled(talk);
        Cards.cardIs(talk, 0, "CAPTURED");
        Market.agrees(talk, Market.RATE);
    }

    @Test
    void a_capture_whose_answer_was_lost_is_found_and_made_once() {
        Member ann = Cards.cardholder("test_capture_timeout");
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        try (var news = ann.person().listen()) {
            news.each(told -> heard.add(told.data().path("type").asString("")));
            Talk talk = Cards.talked(ann, Cards.payableListener(Market.RATE), 2);
            Market.settled(talk);

            Cards.cardIs(talk, 0, "CAPTURED");

            Market.eventually().until(() -> heard.contains("CardCaptured"));
            assertThat(heard).containsOnlyOnce("CardUnknown", "CardCaptured");
            Market.agrees(talk, Market.RATE);
        }
    }

    @Test
    void a_call_that_nobody_answers_holds_nothing_on_the_card_in_the_end() {
        Talk talk = Cards.ringing(Cards.cardholder("test_ok"), Cards.payableListener(Market.RATE));
        talk.endByMember().ok();

        Market.overForNothing(talk, "CANCELLED");
        Cards.cardIs(talk, 0, "VOIDED");
    }

    @Test
    void what_is_too_little_for_a_card_is_waived_and_the_listener_is_paid_all_the_same() {
        Talk talk = Cards.talked(Cards.cardholder("test_ok"), Cards.payableListener(600), 2);

        Market.settled(talk);
        Answer call = Cards.cardIs(talk, 0, "VOIDED");

        assertThat(call.at("card.0.waived").asBoolean()).isTrue();
        assertThat(Market.earnedFor(talk)).isPositive();
        Market.agrees(talk, 600);
    }

    @ParameterizedTest
    @CsvSource({"test_capture_fails", "test_expires"})
    void what_a_card_cannot_be_charged_is_owed_by_the_member_before_the_next_call(String method) {
        Member ann = Cards.cardholder(method);
        Talk talk = Cards.talked(ann, Cards.payableListener(Market.RATE), 2);
        long charged = Market.charged(Market.settled(talk));
        assertThat(Cards.cardIs(talk, 0, "OWED").number("card.0.charged.minor")).isEqualTo(charged);
        assertThat(Market.earnedFor(talk)).isEqualTo(charged - Formula.fee(charged));

        Market.refused(ann.callByCard(Cards.payableListener(Market.RATE)), "RECEIVABLE_OPEN");

        ann.topUp(charged + 500, "test_ok");
        Market.eventually().until(() -> Market.wallet(ann, "available") == 500);
    }

    @Test
    void a_card_whose_bank_waits_for_its_owner_shows_the_next_step_and_rings_when_it_has_heard() {
        Talk talk = Cards.cardholder("test_needs_customer").callByCard(Cards.payableListener(Market.RATE));

        Market.eventually().until(() -> talk.state().text("nextStep.provider"), "sandbox"::equals);

        Market.is(talk, "RINGING");
        talk.endByMember().ok();
        Cards.cardIs(talk, 0, "VOIDED");
    }

    @Test
    void a_slow_answer_for_one_member_does_not_keep_another_member_waiting() {
        Member slow = Cards.cardholder("test_slow");
        Member fast = Cards.cardholder("test_ok");
        Listener lea = Cards.payableListener(Market.RATE);
        Listener leo = Cards.payableListener(Market.RATE);
        Talk waiting = slow.callByCard(lea);

        Talk talk = Cards.ringing(fast, leo);

        assertThat(waiting.status()).isEqualTo("REQUESTED");
        talk.endByMember().ok();
        Market.is(waiting, "RINGING");
        waiting.endByMember().ok();
    }

    @Test
    void a_listener_who_has_no_account_to_be_paid_to_takes_no_cards() {
        Answer answer = Cards.cardholder("test_ok").tryToCallByCard(Market.liveListener());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("LISTENER_TAKES_NO_CARDS");
    }

    @Test
    void saved_cards_are_listed_chosen_and_forgotten() {
        Member ann = Cards.cardholder("test_ok");
        String second = ann.saveCard("test_declined");
        Market.eventually().until(() -> Cards.saved(ann, second));
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

    private static Answer cards(Member member) {
        return member.person().get("/v1/cards").ok();
    }
}
