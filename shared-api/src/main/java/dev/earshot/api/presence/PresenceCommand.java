package dev.earshot.api.presence;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.PresenceId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked of a listener's presence. */
public sealed interface PresenceCommand {
    @TargetAggregateIdentifier
    PresenceId presenceId();

    /** Takes calls from now on. Repeating it changes nothing. */
    record GoLive(PresenceId presenceId, Instant at) implements PresenceCommand {}

    /** Takes no further calls; a running call goes on. Repeating it changes nothing. */
    record GoOffline(PresenceId presenceId, Instant at) implements PresenceCommand {}

    /** The watchdog heard nothing for too long: as {@code GoOffline}, but recorded as a lapse. */
    record LapsePresence(PresenceId presenceId, Instant at) implements PresenceCommand {}

    /** Reserves the listener for one call. The answer is an event; repeating it for the same call changes nothing. */
    record EngageListener(PresenceId presenceId, CallId callId, AccountId callerId, Instant at)
            implements PresenceCommand {}

    /** Ends the reservation for this call. When it comes before the reservation, that is declined for good. */
    record DisengageListener(PresenceId presenceId, CallId callId, Instant at) implements PresenceCommand {}

    /** This member's calls are refused from now on, without saying why. */
    record BlockMember(PresenceId presenceId, AccountId memberId, Instant at) implements PresenceCommand {}

    record UnblockMember(PresenceId presenceId, AccountId memberId, Instant at) implements PresenceCommand {}

    /** What would be left behind if the person were erased now? Changes nothing, answers {@link dev.earshot.api.person.Remains}. */
    record AskRemains(PresenceId presenceId) implements PresenceCommand {}
}
