package dev.earshot.command.call;

/** How far a call has come; it only ever moves on. */
enum Stage {
    /** Funds and listener are not reserved yet. */
    REQUESTED,
    RINGING,
    ACCEPTED,
    /** Both are there; seconds count. */
    CONNECTED,
    /** It never rang. */
    REFUSED,
    ENDED;

    boolean isOver() {
        return this == REFUSED || this == ENDED;
    }

    boolean isAnswered() {
        return this == ACCEPTED || this == CONNECTED;
    }
}
