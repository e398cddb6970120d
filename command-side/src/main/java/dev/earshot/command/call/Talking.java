package dev.earshot.command.call;

import dev.earshot.api.call.CallCommand.AttendCall;
import dev.earshot.api.call.CallCommand.ExtendCall;
import dev.earshot.api.call.CallCommand.JoinCall;
import dev.earshot.api.call.CallEvent;
import dev.earshot.api.call.CallEvent.CallConnected;
import dev.earshot.api.call.CallEvent.CallExtended;
import dev.earshot.api.call.CallEvent.ParticipantJoined;
import dev.earshot.api.call.Side;
import dev.earshot.api.refusal.Refused;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * How an answered call goes on. When there is evidence that both are in the room it is connected, once, and from then
 * on seconds count, as many as were granted.
 */
record Talking(Course call, Consumer<CallEvent> facts) {
    void join(JoinCall command) {
        join(command.side(), command.at());
    }

    void attend(AttendCall command) throws Refused {
        call.refuseUnlessInCall(command.by());
        if (command.connected()) {
            join(call.parties.sideOf(command.by()), command.at());
        }
    }

    void extend(ExtendCall command) {
        boolean running = call.stage == Stage.RINGING || call.stage.isAnswered();
        if (running && command.grantedSeconds() > call.grantedSeconds) {
            facts.accept(new CallExtended(call.id, call.parties, command.grantedSeconds(), command.at()));
        }
    }

    /** Evidence repeats itself, comes late, or comes before the answer; clients tell it again with each beat. */
    private void join(Side side, Instant at) {
        if (!call.stage.isAnswered() || call.isIn(side)) {
            return;
        }
        facts.accept(new ParticipantJoined(call.id, call.parties, side, at));
        if (call.areBothIn()) {
            facts.accept(new CallConnected(call.id, call.parties, call.latestEvidence()));
        }
    }
}
