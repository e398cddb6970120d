package dev.earshot.api.call;

/** Why a call ended. */
public enum EndReason {
    /** The caller hung up before it was answered. */
    CANCELLED,
    DECLINED,
    /** It rang too long. */
    NO_ANSWER,
    /** Answered, but the two were never both there. */
    NOT_CONNECTED,
    HUNG_UP_BY_MEMBER,
    HUNG_UP_BY_LISTENER,
    /** The last granted second was used. */
    FUNDS_EXHAUSTED,
    /** A side fell silent. */
    CONNECTION_LOST,
    /** The longest a call may last. */
    MAXIMUM_LENGTH
}
