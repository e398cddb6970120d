package dev.earshot.query.earnings;

/** What an entry of a statement did to the coins; its amount is never negative. */
enum EntryKind {
    /** A call earned it: into pending. */
    CALL,
    /** A week's activity raised what it earned: into pending. */
    BONUS,
    /** It was held for long enough: from pending into available. */
    MATURED,
    /** A supervisor took it: out of available. */
    PENALTY,
    /** The penalty was reversed: into available. */
    PENALTY_REVERSED,
    /** Its payment was lost in a dispute: out of available. */
    CLAWBACK,
    /** The dispute was won late, or a refund came back: into available. */
    CLAWBACK_RETURNED,
    /** A refund has fetched it from the listener's own account: out of paid out. */
    TAKEN_BACK_DIRECTLY,
    /** The payment of a call brought it to the listener directly: from available into paid out. */
    SETTLED_DIRECTLY,
    /** The listener already has it, so it is not held: from pending into available. */
    RELEASED,
    /** It was sent: from available into payout. */
    PAYOUT,
    /** It arrived: from payout into paid out. */
    PAYOUT_PAID,
    /** It never arrived: from payout into available. */
    PAYOUT_FAILED,
    /** It had arrived and came back: from paid out into available. */
    PAYOUT_RETURNED
}
