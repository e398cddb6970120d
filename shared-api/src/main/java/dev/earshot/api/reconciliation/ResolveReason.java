package dev.earshot.api.reconciliation;

/** Why a break needs no more looking into. */
public enum ResolveReason {
    /** The other side was late, or another day's report has it. */
    TIMING,
    /** The provider was wrong and has put it right. */
    THEIR_ERROR,
    /** We were wrong and have put it right. */
    OUR_ERROR,
    /** It is none of our business: a payment of another system on the same account. */
    NOT_OURS,
    /** The difference is borne. */
    WRITTEN_OFF,
    OTHER
}
