package dev.earshot.command.call;

import static dev.earshot.command.call.CallStory.ANN;
import static dev.earshot.command.call.CallStory.CALL;
import static dev.earshot.command.call.CallStory.EVE;
import static dev.earshot.command.call.CallStory.GRANTED;
import static dev.earshot.command.call.CallStory.LEA;
import static dev.earshot.command.call.CallStory.PARTIES;
import static dev.earshot.command.call.CallStory.TERMS;
import static dev.earshot.command.call.CallStory.accept;
import static dev.earshot.command.call.CallStory.accepted;
import static dev.earshot.command.call.CallStory.admit;
import static dev.earshot.command.call.CallStory.at;
import static dev.earshot.command.call.CallStory.attend;
import static dev.earshot.command.call.CallStory.callEnded;
import static dev.earshot.command.call.CallStory.connected;
import static dev.earshot.command.call.CallStory.decline;
import static dev.earshot.command.call.CallStory.ended;
import static dev.earshot.command.call.CallStory.extend;
import static dev.earshot.command.call.CallStory.given;
import static dev.earshot.command.call.CallStory.hangUp;
import static dev.earshot.command.call.CallStory.join;
import static dev.earshot.command.call.CallStory.rate;
import static dev.earshot.command.call.CallStory.refuse;
import static dev.earshot.command.call.CallStory.request;
import static dev.earshot.command.call.CallStory.requested;
import static dev.earshot.command.call.CallStory.ringing;

import dev.earshot.api.call.CallCommand.RequestCall;
import dev.earshot.api.call.CallEvent.CallAccepted;
import dev.earshot.api.call.CallEvent.CallAdmitted;
import dev.earshot.api.call.CallEvent.CallConnected;
import dev.earshot.api.call.CallEvent.CallExtended;
import dev.earshot.api.call.CallEvent.CallRated;
import dev.earshot.api.call.CallEvent.CallRefused;
import dev.earshot.api.call.CallEvent.CallRequested;
import dev.earshot.api.call.CallEvent.ParticipantJoined;
import dev.earshot.api.call.CallRefusal;
import dev.earshot.api.call.EndReason;
import dev.earshot.api.call.Media;
import dev.earshot.api.call.Parties;
import dev.earshot.api.call.PayWith;
import dev.earshot.api.call.RefuseReason;
import dev.earshot.api.call.Side;
import dev.earshot.api.id.ListenerId;
import dev.earshot.command.Live;
import dev.earshot.command.Refusals;
import dev.earshot.command.Snapshots;
import org.junit.jupiter.api.Test;

/** A call from the request to the rating; how it ends is told in {@link CallEndTest}. */
class CallTest {
    @Test
    void is_requested_once() {
        given().when(request())
                .expectEvents(new CallRequested(CALL, PARTIES, Media.VOICE, PayWith.WALLET, TERMS, at(0)));
        requested().when(request()).expectNoEvents();
    }

    @Test
    void nobody_calls_themselves() {
        var oneself = new Parties(LEA, ListenerId.of(LEA));
        Refusals.expect(
                CallRefusal.CALLING_ONESELF,
                given().when(new RequestCall(CALL, oneself, Media.VOICE, PayWith.WALLET, TERMS, at(0))));
    }

    @Test
    void cards_cannot_pay_yet() {
        Refusals.expect(
                CallRefusal.PAY_METHOD_UNAVAILABLE,
                given().when(new RequestCall(CALL, PARTIES, Media.VOICE, PayWith.CARD, TERMS, at(0))));
    }

    @Test
    void rings_when_admitted_once() {
        requested().when(admit()).expectEvents(new CallAdmitted(CALL, PARTIES, GRANTED, at(1)));
        ringing().when(admit()).expectNoEvents();
    }

    @Test
    void is_refused_only_before_it_rings() {
        requested()
                .when(refuse(RefuseReason.LISTENER_BUSY))
                .expectEvents(new CallRefused(CALL, PARTIES, RefuseReason.LISTENER_BUSY, at(1)));
        ringing().when(refuse(RefuseReason.LISTENER_BUSY)).expectNoEvents();
        requested().and(refuse(RefuseReason.LISTENER_BUSY)).when(admit()).expectNoEvents();
    }

    /** Elsewhere the end overtook the answer to the beginning (Kamailio #2143). */
    @Test
    void an_admission_overtaken_by_a_hang_up_is_ignored() {
        requested().and(hangUp(ANN, 0)).when(admit()).expectNoEvents();
    }

    @Test
    void only_the_callee_answers_and_only_while_it_rings() {
        ringing().when(accept(LEA, 5)).expectEvents(new CallAccepted(CALL, PARTIES, at(5)));
        Refusals.expect(CallRefusal.ONLY_CALLEE_MAY_ANSWER, ringing().when(accept(ANN, 5)));
        Refusals.expect(CallRefusal.ONLY_CALLEE_MAY_ANSWER, ringing().when(decline(ANN, 5)));
        Refusals.expect(CallRefusal.CALL_UNKNOWN, ringing().when(accept(EVE, 5)));
        Refusals.expect(CallRefusal.CALL_NOT_RINGING, requested().when(accept(LEA, 5)));
        Refusals.expect(CallRefusal.CALL_NOT_RINGING, accepted().when(accept(LEA, 6)));
        Refusals.expect(CallRefusal.CALL_NOT_RINGING, accepted().when(decline(LEA, 6)));
        Refusals.expect(CallRefusal.CALL_ALREADY_ENDED, ended().when(accept(LEA, 101)));
    }

    @Test
    void connects_once_at_the_later_evidence() {
        accepted().when(join(Side.MEMBER, 7)).expectEvents(new ParticipantJoined(CALL, PARTIES, Side.MEMBER, at(7)));
        accepted()
                .and(join(Side.MEMBER, 7))
                .when(join(Side.LISTENER, 6))
                .expectEvents(
                        new ParticipantJoined(CALL, PARTIES, Side.LISTENER, at(6)),
                        new CallConnected(CALL, PARTIES, at(7)));
        connected().when(join(Side.MEMBER, 20)).expectNoEvents();
    }

    /** Elsewhere ringing and voice mail were billed (MagnusBilling #610). */
    @Test
    void evidence_before_the_answer_connects_nobody() {
        ringing().when(join(Side.MEMBER, 3)).expectNoEvents();
        ringing()
                .and(join(Side.MEMBER, 3), accept(LEA, 5))
                .when(join(Side.LISTENER, 6))
                .expectEvents(new ParticipantJoined(CALL, PARTIES, Side.LISTENER, at(6)));
    }

    @Test
    void never_connects_before_the_answer() {
        accepted()
                .and(join(Side.MEMBER, 3))
                .when(join(Side.LISTENER, 4))
                .expectEvents(
                        new ParticipantJoined(CALL, PARTIES, Side.LISTENER, at(4)),
                        new CallConnected(CALL, PARTIES, at(5)));
    }

    /** Elsewhere the end of a call came before the participant's join was told (LiveKit #2399). */
    @Test
    void evidence_after_the_end_is_ignored() {
        accepted()
                .and(join(Side.MEMBER, 7), hangUp(ANN, 8))
                .when(join(Side.LISTENER, 7))
                .expectNoEvents();
    }

    @Test
    void a_beat_is_evidence_of_its_own_side() {
        accepted().when(attend(LEA, true, 7)).expectEvents(new ParticipantJoined(CALL, PARTIES, Side.LISTENER, at(7)));
        accepted().when(attend(LEA, false, 7)).expectNoEvents().expectSuccessfulHandlerExecution();
        Refusals.expect(CallRefusal.CALL_UNKNOWN, connected().when(attend(EVE, true, 20)));
        Refusals.expect(CallRefusal.CALL_ALREADY_ENDED, ended().when(attend(ANN, true, 101)));
    }

    @Test
    void its_grant_only_grows() {
        connected().when(extend(600)).expectEvents(new CallExtended(CALL, PARTIES, 600, at(200)));
        connected().and(extend(900)).when(extend(600)).expectNoEvents();
        connected().and(extend(600)).when(extend(600)).expectNoEvents();
        ended().when(extend(600)).expectNoEvents();
    }

    @Test
    void its_member_rates_it_once_when_it_has_ended() {
        ended().when(rate(ANN, 5)).expectEvents(new CallRated(CALL, PARTIES, 5, at(400)));
        Refusals.expect(
                CallRefusal.CALL_ALREADY_RATED, ended().and(rate(ANN, 5)).when(rate(ANN, 1)));
        Refusals.expect(CallRefusal.CALL_NOT_ENDED, connected().when(rate(ANN, 5)));
        Refusals.expect(CallRefusal.ONLY_CALLER_MAY_RATE, ended().when(rate(LEA, 5)));
        Refusals.expect(CallRefusal.CALL_UNKNOWN, ended().when(rate(EVE, 5)));
        Refusals.expect(
                CallRefusal.CALL_NEVER_CONNECTED, ringing().and(hangUp(ANN, 9)).when(rate(ANN, 5)));
    }

    @Test
    void the_callee_may_turn_it_down() {
        ringing().when(decline(LEA, 9)).expectEvents(callEnded(EndReason.DECLINED, 0, at(9)));
    }

    @Test
    void a_snapshot_keeps_everything() {
        Live<Call> call = new Live<>(Call.class, new Call());
        ended().and(rate(ANN, 5)).past().forEach(call::send);
        Snapshots.expectToKeep(call.root());
    }
}
