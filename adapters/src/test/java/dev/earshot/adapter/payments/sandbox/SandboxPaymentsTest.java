package dev.earshot.adapter.payments.sandbox;

import dev.earshot.api.topup.TopUpDecline;
import org.junit.jupiter.api.Test;

class SandboxPaymentsTest {
    private final SandboxStory story = new SandboxStory();

    @Test
    void a_good_card_pays_at_once() {
        story.topUpWith("test_ok").isPaidOnce();
    }

    @Test
    void a_card_without_funds_is_declined_for_that() {
        story.topUpWith("test_insufficient_funds").isDeclined(TopUpDecline.INSUFFICIENT_FUNDS);
    }

    @Test
    void a_refused_card_is_declined() {
        story.topUpWith("test_declined").isDeclined(TopUpDecline.CARD_DECLINED);
    }

    @Test
    void a_method_the_network_does_not_know_is_declined_for_that() {
        story.topUpWith("4242424242424242").isDeclined(TopUpDecline.METHOD_UNKNOWN);
    }

    @Test
    void a_late_card_pays_when_the_network_calls_back() {
        story.topUpWith("test_late").isUnanswered().afterSeconds(4).isUnanswered();
        story.afterSeconds(1).isPaidOnce();
    }

    @Test
    void a_late_answer_survives_a_restart() {
        story.topUpWith("test_late").afterRestart().afterSeconds(5).isPaidOnce();
    }

    @Test
    void a_lost_answer_is_found_by_asking_again() {
        story.topUpWith("test_timeout").afterSeconds(14).isUnanswered();
        story.afterSeconds(6).isPaidOnce();
    }

    @Test
    void a_top_up_that_is_settled_is_not_asked_about_any_more() {
        story.topUpWith("test_timeout").afterSeconds(20).isPaidOnce();
        story.settled().forgetsAnswers().afterSeconds(20).isUnanswered();
    }

    @Test
    void a_request_that_comes_twice_is_charged_once() {
        story.topUpWith("test_ok")
                .forgetsAnswers()
                .topUpWith("test_ok")
                .isPaidOnce()
                .hasChargedOnce();
    }
}
