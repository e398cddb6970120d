package dev.earshot.command.presence;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.PresenceId;
import dev.earshot.api.person.Remains;
import dev.earshot.api.presence.EngagementDecline;
import dev.earshot.api.presence.PresenceCommand.AskRemains;
import dev.earshot.api.presence.PresenceCommand.BlockMember;
import dev.earshot.api.presence.PresenceCommand.DisengageListener;
import dev.earshot.api.presence.PresenceCommand.EngageListener;
import dev.earshot.api.presence.PresenceCommand.GoLive;
import dev.earshot.api.presence.PresenceCommand.GoOffline;
import dev.earshot.api.presence.PresenceCommand.LapsePresence;
import dev.earshot.api.presence.PresenceCommand.UnblockMember;
import dev.earshot.api.presence.PresenceEvent.EngagementDeclined;
import dev.earshot.api.presence.PresenceEvent.ListenerDisengaged;
import dev.earshot.api.presence.PresenceEvent.ListenerEngaged;
import dev.earshot.api.presence.PresenceEvent.ListenerLapsed;
import dev.earshot.api.presence.PresenceEvent.ListenerWentLive;
import dev.earshot.api.presence.PresenceEvent.ListenerWentOffline;
import dev.earshot.api.presence.PresenceEvent.MemberBlocked;
import dev.earshot.api.presence.PresenceEvent.MemberUnblocked;
import dev.earshot.memory.Recent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * Whether a listener can be called. They go live and offline as they like, or lapse when nothing is heard of them. While
 * live they can be engaged by one call at a time: of two calls at once, whichever is handled first here wins. Going
 * offline during a call does not touch the call; it means they are not live afterwards.
 *
 * <p>Every call gets exactly one answer to its wish to engage, and an engagement that has ended, or was declined, never
 * begins again, in whatever order messages arrive. Members whom the listener has blocked are declined.
 */
@Aggregate(type = "ListenerPresence", cache = "presenceCache", snapshotTriggerDefinition = "presenceSnapshots")
@Revision("1")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class ListenerPresence {
    private static final int REMEMBERED = 200;

    @AggregateIdentifier
    private PresenceId id;

    private boolean live;
    private CallId engagedBy;
    private Set<AccountId> blocked = new HashSet<>();
    private Recent<CallId> answered = Recent.atMost(REMEMBERED);

    ListenerPresence() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(GoLive command) {
        if (!live) {
            apply(new ListenerWentLive(command.presenceId(), command.at()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(GoOffline command) {
        if (live) {
            apply(new ListenerWentOffline(id, command.at()));
        }
    }

    @CommandHandler
    void handle(LapsePresence command) {
        if (live) {
            apply(new ListenerLapsed(id, command.at()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(EngageListener command) {
        CallId callId = command.callId();
        if (callId.equals(engagedBy) || answered.includes(callId)) {
            return;
        }
        if (blocked.contains(command.callerId())) {
            decline(command, EngagementDecline.CALLER_BLOCKED);
        } else if (!live) {
            decline(command, EngagementDecline.LISTENER_OFFLINE);
        } else if (engagedBy != null) {
            decline(command, EngagementDecline.LISTENER_BUSY);
        } else {
            apply(new ListenerEngaged(id, callId, command.at()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DisengageListener command) {
        CallId callId = command.callId();
        if (callId.equals(engagedBy)) {
            apply(new ListenerDisengaged(id, callId, command.at()));
        } else if (!answered.includes(callId)) {
            apply(new EngagementDeclined(command.presenceId(), callId, EngagementDecline.CALL_OVER, command.at()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(BlockMember command) {
        if (!blocked.contains(command.memberId())) {
            apply(new MemberBlocked(command.presenceId(), command.memberId(), command.at()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(UnblockMember command) {
        if (blocked.contains(command.memberId())) {
            apply(new MemberUnblocked(id, command.memberId(), command.at()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Remains handle(AskRemains command) {
        return new Remains(engagedBy != null, false, false, List.of(), false);
    }

    private void decline(EngageListener command, EngagementDecline reason) {
        apply(new EngagementDeclined(command.presenceId(), command.callId(), reason, command.at()));
    }

    @EventSourcingHandler
    void on(ListenerWentLive event) {
        id = event.presenceId();
        live = true;
    }

    @EventSourcingHandler
    void on(ListenerWentOffline event) {
        live = false;
    }

    @EventSourcingHandler
    void on(ListenerLapsed event) {
        live = false;
    }

    @EventSourcingHandler
    void on(ListenerEngaged event) {
        engagedBy = event.callId();
    }

    @EventSourcingHandler
    void on(EngagementDeclined event) {
        id = event.presenceId();
        answered.remember(event.callId());
    }

    @EventSourcingHandler
    void on(ListenerDisengaged event) {
        engagedBy = null;
        answered.remember(event.callId());
    }

    @EventSourcingHandler
    void on(MemberBlocked event) {
        id = event.presenceId();
        blocked.add(event.memberId());
    }

    @EventSourcingHandler
    void on(MemberUnblocked event) {
        blocked.remove(event.memberId());
    }
}
