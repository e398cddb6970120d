package dev.earshot.command.call;

import static dev.earshot.command.call.CallStory.ANN;
import static dev.earshot.command.call.CallStory.CONNECTED;
import static dev.earshot.command.call.CallStory.EVE;
import static dev.earshot.command.call.CallStory.GRANTED;
import static dev.earshot.command.call.CallStory.LEA;
import static dev.earshot.command.call.CallStory.accepted;
import static dev.earshot.command.call.CallStory.at;
import static dev.earshot.command.call.CallStory.callEnded;
import static dev.earshot.command.call.CallStory.connected;
import static dev.earshot.command.call.CallStory.end;
import static dev.earshot.command.call.CallStory.ended;
import static dev.earshot.command.call.CallStory.extend;
import static dev.earshot.command.call.CallStory.hangUp;
import static dev.earshot.command.call.CallStory.refuse;
import static dev.earshot.command.call.CallStory.requested;
import static dev.earshot.command.call.CallStory.ringing;

import dev.earshot.api.call.CallCommand.EndCall;
import dev.earshot.api.call.CallCommand.HangUp;
import dev.earshot.api.call.CallRefusal;
import dev.earshot.api.call.EndReason;
import dev.earshot.api.call.RefuseReason;
import dev.earshot.command.Refusals;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The many ways a call ends, and what it then bills. */
class CallEndTest {
    private static final long LAST = CONNECTED + GRANTED;

    @Test
    void whoever_hangs_up_is_named() {
        connected().when(hangUp(ANN, 100)).expectEvents(callEnded(EndReason.HUNG_UP_BY_MEMBER, 90, at(100)));
        connected().when(hangUp(LEA, 100)).expectEvents(callEnded(EndReason.HUNG_UP_BY_LISTENER, 90, at(100)));
        accepted().when(hangUp(LEA, 8)).expectEvents(callEnded(EndReason.HUNG_UP_BY_LISTENER, 0, at(8)));
    }

    @Test
    void before_the_answer_the_caller_cancels_and_the_callee_declines() {
        requested().when(hangUp(ANN, 1)).expectEvents(callEnded(EndReason.CANCELLED, 0, at(1)));
        ringing().when(hangUp(ANN, 9)).expectEvents(callEnded(EndReason.CANCELLED, 0, at(9)));
        ringing().when(hangUp(LEA, 9)).expectEvents(callEnded(EndReason.DECLINED, 0, at(9)));
    }

    @Test
    void nobody_ends_it_twice_and_strangers_never() {
        Refusals.expect(CallRefusal.CALL_ALREADY_ENDED, ended().when(hangUp(LEA, 101)));
        Refusals.expect(
                CallRefusal.CALL_ALREADY_ENDED,
                requested().and(refuse(RefuseReason.LISTENER_OFFLINE)).when(hangUp(ANN, 2)));
        Refusals.expect(CallRefusal.CALL_UNKNOWN, connected().when(hangUp(EVE, 50)));
        Refusals.expect(CallRefusal.CALL_UNKNOWN, ended().when(hangUp(EVE, 101)));
    }

    @Test
    void only_completed_seconds_are_billed() {
        Instant almost = at(100).minusMillis(1);
        connected()
                .when(new HangUp(CallStory.CALL, ANN, almost))
                .expectEvents(callEnded(EndReason.HUNG_UP_BY_MEMBER, 89, almost));
        connected().when(hangUp(ANN, CONNECTED)).expectEvents(callEnded(EndReason.HUNG_UP_BY_MEMBER, 0, at(CONNECTED)));
    }

    @Test
    void the_end_never_lies_beyond_the_grant() {
        connected()
                .when(hangUp(ANN, LAST + 20))
                .expectEvents(callEnded(EndReason.HUNG_UP_BY_MEMBER, GRANTED, at(LAST)));
        connected()
                .when(end(EndReason.FUNDS_EXHAUSTED, LAST + 2))
                .expectEvents(callEnded(EndReason.FUNDS_EXHAUSTED, GRANTED, at(LAST)));
    }

    @Test
    void the_end_may_lie_in_the_past_but_never_before_the_connection() {
        connected()
                .when(end(EndReason.CONNECTION_LOST, 40))
                .expectEvents(callEnded(EndReason.CONNECTION_LOST, 30, at(40)));
        connected()
                .when(end(EndReason.CONNECTION_LOST, CONNECTED - 3))
                .expectEvents(callEnded(EndReason.CONNECTION_LOST, 0, at(CONNECTED)));
    }

    @Test
    void a_ring_that_was_answered_meanwhile_does_not_end_it() {
        ringing().when(end(EndReason.NO_ANSWER, 46)).expectEvents(callEnded(EndReason.NO_ANSWER, 0, at(46)));
        accepted().when(end(EndReason.NO_ANSWER, 46)).expectNoEvents();
    }

    @Test
    void a_connection_that_came_meanwhile_does_not_end_it() {
        accepted().when(end(EndReason.NOT_CONNECTED, 35)).expectEvents(callEnded(EndReason.NOT_CONNECTED, 0, at(35)));
        connected().when(end(EndReason.NOT_CONNECTED, 35)).expectNoEvents();
    }

    @Test
    void funds_that_came_meanwhile_keep_it_going() {
        connected()
                .and(extend(GRANTED + 60))
                .when(end(EndReason.FUNDS_EXHAUSTED, LAST))
                .expectNoEvents();
        connected()
                .when(end(EndReason.FUNDS_EXHAUSTED, LAST))
                .expectEvents(callEnded(EndReason.FUNDS_EXHAUSTED, GRANTED, at(LAST)));
    }

    @ParameterizedTest
    @EnumSource(
            value = EndReason.class,
            mode = Mode.INCLUDE,
            names = {"FUNDS_EXHAUSTED", "CONNECTION_LOST", "MAXIMUM_LENGTH"})
    void what_ends_a_talk_does_not_end_a_call_without_one(EndReason reason) {
        accepted().when(end(reason, LAST)).expectNoEvents();
    }

    @ParameterizedTest
    @EnumSource(EndReason.class)
    void the_platform_may_end_it_again_without_harm(EndReason reason) {
        ended().when(new EndCall(CallStory.CALL, reason, at(LAST)))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }
}
