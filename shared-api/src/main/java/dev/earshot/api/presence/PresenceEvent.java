package dev.earshot.api.presence;

import dev.earshot.api.call.CallFact;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.PresenceId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** What has happened to a listener's presence. Heartbeats are leases, not events; only transitions are here. */
public sealed interface PresenceEvent {
    PresenceId presenceId();

    @Revision("1")
    record ListenerWentLive(PresenceId presenceId, Instant at) implements PresenceEvent {}

    @Revision("1")
    record ListenerWentOffline(PresenceId presenceId, Instant at) implements PresenceEvent {}

    /** The listener's watchdog ran out. */
    @Revision("1")
    record ListenerLapsed(PresenceId presenceId, Instant at) implements PresenceEvent {}

    @Revision("1")
    record ListenerEngaged(PresenceId presenceId, CallId callId, Instant at) implements PresenceEvent, CallFact {}

    @Revision("1")
    record EngagementDeclined(PresenceId presenceId, CallId callId, EngagementDecline reason, Instant at)
            implements PresenceEvent, CallFact {}

    /** The call no longer reserves the listener. They are live again unless they went offline meanwhile. */
    @Revision("1")
    record ListenerDisengaged(PresenceId presenceId, CallId callId, Instant at) implements PresenceEvent, CallFact {}

    @Revision("1")
    record MemberBlocked(PresenceId presenceId, AccountId memberId, Instant at) implements PresenceEvent {}

    @Revision("1")
    record MemberUnblocked(PresenceId presenceId, AccountId memberId, Instant at) implements PresenceEvent {}
}
