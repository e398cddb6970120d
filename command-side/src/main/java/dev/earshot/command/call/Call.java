package dev.earshot.command.call;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.earshot.api.call.CallCommand.AcceptCall;
import dev.earshot.api.call.CallCommand.AdmitCall;
import dev.earshot.api.call.CallCommand.AttendCall;
import dev.earshot.api.call.CallCommand.DeclineCall;
import dev.earshot.api.call.CallCommand.EndCall;
import dev.earshot.api.call.CallCommand.ExtendCall;
import dev.earshot.api.call.CallCommand.HangUp;
import dev.earshot.api.call.CallCommand.JoinCall;
import dev.earshot.api.call.CallCommand.RateCall;
import dev.earshot.api.call.CallCommand.RefuseCall;
import dev.earshot.api.call.CallCommand.RequestCall;
import dev.earshot.api.call.CallCommand.RequestCallByCard;
import dev.earshot.api.call.CallEvent.CallAccepted;
import dev.earshot.api.call.CallEvent.CallAdmitted;
import dev.earshot.api.call.CallEvent.CallConnected;
import dev.earshot.api.call.CallEvent.CallEnded;
import dev.earshot.api.call.CallEvent.CallExtended;
import dev.earshot.api.call.CallEvent.CallRated;
import dev.earshot.api.call.CallEvent.CallRefused;
import dev.earshot.api.call.CallEvent.CallRequested;
import dev.earshot.api.call.CallEvent.CardChosen;
import dev.earshot.api.call.CallEvent.ParticipantJoined;
import dev.earshot.api.call.CallRefusal;
import dev.earshot.api.call.EndReason;
import dev.earshot.api.call.Parties;
import dev.earshot.api.call.PayWith;
import dev.earshot.api.call.Side;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CallId;
import dev.earshot.api.refusal.Refused;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * One call. A member requests it; it is admitted when funds and listener are reserved, else refused. It rings until the
 * callee accepts or declines. When there is evidence that both are in the room it is connected, once, and from then on
 * seconds count. It ends once, for one reason: someone hung up, or the platform ended it for want of an answer, of a
 * connection or of funds. After that its member may rate it, once.
 *
 * <p>Seconds are billed when completed, from the moment both were connected to the end, and never more than were granted.
 * What the platform decides may arrive late; a reason that no longer holds by then is ignored.
 *
 * <p>Longer than most aggregates, because so many may end a call.
 */
@Aggregate(type = "Call", cache = "callCache", snapshotTriggerDefinition = "callSnapshots")
@Revision("1")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class Call {
    @AggregateIdentifier
    private CallId id;

    private Parties parties;
    private Stage stage;
    private Instant acceptedAt;
    private Map<Side, Instant> joined = new EnumMap<>(Side.class);
    private Instant connectedAt;
    private long grantedSeconds;
    private boolean rated;

    Call() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RequestCall command) throws Refused {
        if (id != null) {
            return;
        }
        if (command.payWith() == PayWith.CARD) {
            throw CallRefusal.PAY_METHOD_UNAVAILABLE.of("a call that a card is to pay must name the card");
        }
        refuseToCallOneself(command.parties());
        apply(new CallRequested(
                command.callId(),
                command.parties(),
                command.media(),
                command.payWith(),
                command.terms(),
                command.at()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RequestCallByCard command) throws Refused {
        if (id != null) {
            return;
        }
        refuseToCallOneself(command.parties());
        apply(new CallRequested(
                command.callId(), command.parties(), command.media(), PayWith.CARD, command.terms(), command.at()));
        apply(new CardChosen(id, parties, command.cardId(), command.payee(), command.at()));
    }

    @CommandHandler
    void handle(AdmitCall command) {
        if (stage == Stage.REQUESTED) {
            apply(new CallAdmitted(id, parties, command.grantedSeconds(), command.at()));
        }
    }

    @CommandHandler
    void handle(RefuseCall command) {
        if (stage == Stage.REQUESTED) {
            apply(new CallRefused(id, parties, command.reason(), command.at()));
        }
    }

    @CommandHandler
    void handle(AcceptCall command) throws Refused {
        refuseUnlessAnswerable(command.by());
        apply(new CallAccepted(id, parties, command.at()));
    }

    @CommandHandler
    void handle(DeclineCall command) throws Refused {
        refuseUnlessAnswerable(command.by());
        end(EndReason.DECLINED, command.at());
    }

    @CommandHandler
    void handle(JoinCall command) {
        join(command.side(), command.at());
    }

    @CommandHandler
    void handle(AttendCall command) throws Refused {
        refuseUnlessInCall(command.by());
        if (command.connected()) {
            join(parties.sideOf(command.by()), command.at());
        }
    }

    @CommandHandler
    void handle(ExtendCall command) {
        boolean running = stage == Stage.RINGING || stage.isAnswered();
        if (running && command.grantedSeconds() > grantedSeconds) {
            apply(new CallExtended(id, parties, command.grantedSeconds(), command.at()));
        }
    }

    @CommandHandler
    void handle(HangUp command) throws Refused {
        refuseUnlessInCall(command.by());
        boolean byMember = parties.sideOf(command.by()) == Side.MEMBER;
        if (stage.isAnswered()) {
            end(byMember ? EndReason.HUNG_UP_BY_MEMBER : EndReason.HUNG_UP_BY_LISTENER, command.at());
        } else {
            end(byMember ? EndReason.CANCELLED : EndReason.DECLINED, command.at());
        }
    }

    @CommandHandler
    void handle(EndCall command) {
        if (!stage.isOver() && stillHolds(command.reason(), command.at())) {
            end(command.reason(), command.at());
        }
    }

    @CommandHandler
    void handle(RateCall command) throws Refused {
        refuseUnlessParticipant(command.by());
        if (parties.sideOf(command.by()) != Side.MEMBER) {
            throw CallRefusal.ONLY_CALLER_MAY_RATE.of("only the member may rate %s", id);
        }
        if (!stage.isOver()) {
            throw CallRefusal.CALL_NOT_ENDED.of("%s can be rated when it has ended", id);
        }
        if (connectedAt == null) {
            throw CallRefusal.CALL_NEVER_CONNECTED.of("%s never connected, so there is nothing to rate", id);
        }
        if (rated) {
            throw CallRefusal.CALL_ALREADY_RATED.of("%s is rated already", id);
        }
        apply(new CallRated(id, parties, command.stars(), command.at()));
    }

    private void join(Side side, Instant at) {
        if (!stage.isAnswered() || joined.containsKey(side)) {
            return; // Evidence repeats itself, comes late, or comes before the answer; clients tell it again with each
            // beat.
        }
        apply(new ParticipantJoined(id, parties, side, at));
        if (joined.size() == Side.values().length) {
            apply(new CallConnected(id, parties, latestEvidence()));
        }
    }

    private Instant latestEvidence() {
        return joined.values().stream().reduce(acceptedAt, (one, other) -> one.isAfter(other) ? one : other);
    }

    private boolean stillHolds(EndReason reason, Instant at) {
        return switch (reason) {
            case NO_ANSWER -> !stage.isAnswered();
            case NOT_CONNECTED -> stage == Stage.ACCEPTED;
            case FUNDS_EXHAUSTED ->
                stage == Stage.CONNECTED && !clocked().lastMoment().isAfter(at);
            case CONNECTION_LOST, MAXIMUM_LENGTH -> stage == Stage.CONNECTED;
            case CANCELLED, DECLINED, HUNG_UP_BY_MEMBER, HUNG_UP_BY_LISTENER -> true;
        };
    }

    private void end(EndReason reason, Instant at) {
        if (stage == Stage.CONNECTED) {
            apply(new CallEnded(
                    id,
                    parties,
                    reason,
                    clocked().billableSeconds(at),
                    clocked().endAt(at)));
        } else {
            apply(new CallEnded(id, parties, reason, 0, at));
        }
    }

    private Clocked clocked() {
        return new Clocked(connectedAt, grantedSeconds);
    }

    private static void refuseToCallOneself(Parties wanted) throws Refused {
        if (wanted.memberId().equals(wanted.listenerId().accountId())) {
            throw CallRefusal.CALLING_ONESELF.of("nobody can call themselves");
        }
    }

    private void refuseUnlessAnswerable(AccountId by) throws Refused {
        refuseUnlessInCall(by);
        if (parties.sideOf(by) != Side.LISTENER) {
            throw CallRefusal.ONLY_CALLEE_MAY_ANSWER.of("only the one who is called may answer %s", id);
        }
        if (stage != Stage.RINGING) {
            throw CallRefusal.CALL_NOT_RINGING.of("%s does not ring", id);
        }
    }

    private void refuseUnlessInCall(AccountId by) throws Refused {
        refuseUnlessParticipant(by);
        if (stage.isOver()) {
            throw CallRefusal.CALL_ALREADY_ENDED.of("%s has ended", id);
        }
    }

    private void refuseUnlessParticipant(AccountId by) throws Refused {
        if (!parties.include(by)) {
            throw CallRefusal.CALL_UNKNOWN.of("there is no call %s", id);
        }
    }

    @EventSourcingHandler
    void on(CallRequested event) {
        id = event.callId();
        parties = event.parties();
        stage = Stage.REQUESTED;
    }

    @EventSourcingHandler
    void on(CallAdmitted event) {
        stage = Stage.RINGING;
        grantedSeconds = event.grantedSeconds();
    }

    @EventSourcingHandler
    void on(CallRefused event) {
        stage = Stage.REFUSED;
    }

    @EventSourcingHandler
    void on(CallAccepted event) {
        stage = Stage.ACCEPTED;
        acceptedAt = event.at();
    }

    @EventSourcingHandler
    void on(ParticipantJoined event) {
        joined.put(event.side(), event.at());
    }

    @EventSourcingHandler
    void on(CallConnected event) {
        stage = Stage.CONNECTED;
        connectedAt = event.at();
    }

    @EventSourcingHandler
    void on(CallExtended event) {
        grantedSeconds = event.grantedSeconds();
    }

    @EventSourcingHandler
    void on(CallEnded event) {
        stage = Stage.ENDED;
    }

    @EventSourcingHandler
    void on(CallRated event) {
        rated = true;
    }
}
