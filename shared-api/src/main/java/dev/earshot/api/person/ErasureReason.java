package dev.earshot.api.person;

/** Why a person is erased. A fixed set, for a text would be about the person and stay in the log. */
public enum ErasureReason {
    /** They did it themselves. */
    OWN_WISH,
    /** They asked for it by another way, and an admin does it. */
    REQUESTED,
    /** Nobody may keep their data any longer. */
    RETENTION_OVER,
    /** A court or an authority ordered it. */
    LEGAL_ORDER
}
