package dev.earshot.query.call;

/** Where a call stands, as its participants see it. */
public enum CallStatus {
    REQUESTED,
    RINGING,
    REFUSED,
    ACCEPTED,
    CONNECTED,
    ENDED,
    /** Over and paid; nothing is held any more. */
    SETTLED
}
