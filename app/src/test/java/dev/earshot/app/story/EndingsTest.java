package dev.earshot.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.app.client.Answer;
import dev.earshot.app.client.Listener;
import dev.earshot.app.client.Talk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class EndingsTest {
    @Test
    void a_call_the_listener_declines_costs_nothing() {
        Talk talk = Market.ringing(Market.memberWith(10_000), Market.liveListener());

        assertThat(talk.decline().status()).isEqualTo(204);

        Market.overForNothing(talk, "DECLINED");
        Market.canBeCalled(talk.listener());
    }

    @Test
    void a_call_the_member_cancels_costs_nothing() {
        Talk talk = Market.ringing(Market.memberWith(10_000), Market.liveListener());

        assertThat(talk.endByMember().status()).isEqualTo(204);

        Market.overForNothing(talk, "CANCELLED");
        Market.canBeCalled(talk.listener());
    }

    @Test
    void a_call_nobody_answers_stops_ringing_and_costs_nothing() {
        Talk talk = Market.ringing(Market.memberWith(10_000), Market.liveListener());

        Market.overForNothing(talk, "NO_ANSWER");
        Market.canBeCalled(talk.listener());
    }

    @Test
    void a_call_that_is_answered_but_never_connected_costs_nothing() {
        Talk talk = Market.accepted(Market.memberWith(10_000), Market.liveListener());

        Market.overForNothing(talk, "NOT_CONNECTED");
        Market.canBeCalled(talk.listener());
    }

    @Test
    void a_side_that_falls_silent_ends_the_call_and_is_billed_to_the_last_moment_both_were_there() {
        Talk talk = Market.connected(Market.memberWith(100_000), Market.liveListener());
        Market.after(talk, 2);

        Market.fallsSilent(talk, talk.listener().person());

        Answer call = Market.settled(talk);
        assertThat(call.text("endReason")).isEqualTo("CONNECTION_LOST");
        assertThat(call.number("billableSeconds")).isBetween(1L, 8L);
        Market.agrees(talk, Market.RATE);
    }

    @Test
    void a_listener_whose_app_dies_is_no_longer_live() {
        Listener lea = Market.liveListener();
        Market.eventually().until(() -> Market.statusOf(lea).equals("LIVE"));

        Market.loses(lea);

        Market.eventually().until(() -> Market.statusOf(lea).equals("OFFLINE"));
        Market.refused(Market.memberWith(10_000).call(lea), "LISTENER_OFFLINE");
    }

    @Test
    void a_listener_who_goes_offline_while_talking_finishes_the_call() {
        Talk talk = Market.connected(Market.memberWith(100_000), Market.liveListener());

        talk.listener().goOffline();
        Market.after(talk, 2);
        talk.endByMember().ok();

        assertThat(Market.settled(talk).text("endReason")).isEqualTo("HUNG_UP_BY_MEMBER");
        Market.eventually().until(() -> Market.statusOf(talk.listener()).equals("OFFLINE"));
    }
}
