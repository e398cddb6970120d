package dev.earshot.command.call;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.earshot.api.call.CallEvent;
import dev.earshot.api.call.CallEvent.CallAccepted;
import dev.earshot.api.call.CallEvent.CallAdmitted;
import dev.earshot.api.call.CallEvent.CallConnected;
import dev.earshot.api.call.CallEvent.CallEnded;
import dev.earshot.api.call.CallEvent.CallExtended;
import dev.earshot.api.call.CallEvent.CallRated;
import dev.earshot.api.call.CallEvent.CallRefused;
import dev.earshot.api.call.CallEvent.CallRequested;
import dev.earshot.api.call.CallEvent.ParticipantJoined;
import dev.earshot.api.call.CallRefusal;
import dev.earshot.api.call.Parties;
import dev.earshot.api.call.Side;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CallId;
import dev.earshot.api.refusal.Refused;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** How a call has gone so far. Only facts change it; those who decide read it. */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class Course {
    CallId id;
    Parties parties;
    Stage stage;
    private Instant acceptedAt;
    private Map<Side, Instant> joined = new EnumMap<>(Side.class);
    private Instant connectedAt;
    long grantedSeconds;
    boolean rated;

    boolean isIn(Side side) {
        return joined.containsKey(side);
    }

    boolean areBothIn() {
        return joined.size() == Side.values().length;
    }

    /** The moment from which it is known that it was answered and that everyone in the room was there. */
    Instant latestEvidence() {
        return joined.values().stream().reduce(acceptedAt, (one, other) -> one.isAfter(other) ? one : other);
    }

    boolean everConnected() {
        return connectedAt != null;
    }

    /** What may be billed of it, once it is connected. */
    Clocked clocked() {
        return new Clocked(connectedAt, grantedSeconds);
    }

    void refuseUnlessInCall(AccountId by) throws Refused {
        refuseUnlessParticipant(by);
        if (stage.isOver()) {
            throw CallRefusal.CALL_ALREADY_ENDED.of("%s has ended", id);
        }
    }

    void refuseUnlessParticipant(AccountId by) throws Refused {
        if (!parties.include(by)) {
            throw CallRefusal.CALL_UNKNOWN.of("there is no call %s", id);
        }
    }

    void on(CallEvent event) {
        if (event instanceof CallRequested requested) {
            id = requested.callId();
            parties = requested.parties();
            stage = Stage.REQUESTED;
        } else if (event instanceof CallAdmitted admitted) {
            stage = Stage.RINGING;
            grantedSeconds = admitted.grantedSeconds();
        } else if (event instanceof CallRefused) {
            stage = Stage.REFUSED;
        } else if (event instanceof CallAccepted accepted) {
            stage = Stage.ACCEPTED;
            acceptedAt = accepted.at();
        } else if (event instanceof ParticipantJoined came) {
            joined.put(came.side(), came.at());
        } else if (event instanceof CallConnected connected) {
            stage = Stage.CONNECTED;
            connectedAt = connected.at();
        } else if (event instanceof CallExtended extended) {
            grantedSeconds = extended.grantedSeconds();
        } else if (event instanceof CallEnded) {
            stage = Stage.ENDED;
        } else if (event instanceof CallRated) {
            rated = true;
        }
    }
}
