package dev.earshot.command.call;

import dev.earshot.api.call.CallCommand.EndCall;
import dev.earshot.api.call.CallCommand.HangUp;
import dev.earshot.api.call.CallCommand.RateCall;
import dev.earshot.api.call.CallEvent;
import dev.earshot.api.call.CallEvent.CallEnded;
import dev.earshot.api.call.CallEvent.CallRated;
import dev.earshot.api.call.CallRefusal;
import dev.earshot.api.call.EndReason;
import dev.earshot.api.call.Side;
import dev.earshot.api.refusal.Refused;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * How a call ends, once and for one reason: someone hung up, or the platform ended it for want of an answer, of a
 * connection or of funds. What the platform decides may arrive late; a reason that no longer holds by then is ignored.
 * Then its member may rate it, once.
 *
 * <p>Seconds are billed when completed, from the moment both were connected to the end, and never more than were
 * granted.
 */
record Ending(Course call, Consumer<CallEvent> facts) {
    void hangUp(HangUp command) throws Refused {
        call.refuseUnlessInCall(command.by());
        boolean byMember = call.parties.sideOf(command.by()) == Side.MEMBER;
        if (call.stage.isAnswered()) {
            end(byMember ? EndReason.HUNG_UP_BY_MEMBER : EndReason.HUNG_UP_BY_LISTENER, command.at());
        } else {
            end(byMember ? EndReason.CANCELLED : EndReason.DECLINED, command.at());
        }
    }

    void end(EndCall command) {
        if (!call.stage.isOver() && stillHolds(command.reason(), command.at())) {
            end(command.reason(), command.at());
        }
    }

    void end(EndReason reason, Instant at) {
        if (call.stage == Stage.CONNECTED) {
            Clocked clocked = call.clocked();
            facts.accept(new CallEnded(call.id, call.parties, reason, clocked.billableSeconds(at), clocked.endAt(at)));
        } else {
            facts.accept(new CallEnded(call.id, call.parties, reason, 0, at));
        }
    }

    void rate(RateCall command) throws Refused {
        call.refuseUnlessParticipant(command.by());
        if (call.parties.sideOf(command.by()) != Side.MEMBER) {
            throw CallRefusal.ONLY_CALLER_MAY_RATE.of("only the member may rate %s", call.id);
        }
        if (!call.stage.isOver()) {
            throw CallRefusal.CALL_NOT_ENDED.of("%s can be rated when it has ended", call.id);
        }
        if (!call.everConnected()) {
            throw CallRefusal.CALL_NEVER_CONNECTED.of("%s never connected, so there is nothing to rate", call.id);
        }
        if (call.rated) {
            throw CallRefusal.CALL_ALREADY_RATED.of("%s is rated already", call.id);
        }
        facts.accept(new CallRated(call.id, call.parties, command.stars(), command.at()));
    }

    private boolean stillHolds(EndReason reason, Instant at) {
        return switch (reason) {
            case NO_ANSWER -> !call.stage.isAnswered();
            case NOT_CONNECTED -> call.stage == Stage.ACCEPTED;
            case FUNDS_EXHAUSTED ->
                call.stage == Stage.CONNECTED && !call.clocked().lastMoment().isAfter(at);
            case CONNECTION_LOST, MAXIMUM_LENGTH -> call.stage == Stage.CONNECTED;
            case CANCELLED, DECLINED, HUNG_UP_BY_MEMBER, HUNG_UP_BY_LISTENER -> true;
        };
    }
}
