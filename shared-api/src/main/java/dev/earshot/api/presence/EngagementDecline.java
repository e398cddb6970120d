package dev.earshot.api.presence;

/** Why a listener could not be reserved for a call. */
public enum EngagementDecline {
    LISTENER_OFFLINE,
    LISTENER_BUSY,
    /** The listener does not take this member's calls; the member hears no more than that the call was refused. */
    CALLER_BLOCKED,
    /** The call had ended before the listener could be reserved; nobody waits for this answer any more. */
    CALL_OVER
}
