package dev.earshot.api.membership;

/** Why a membership is over. */
public enum MembershipEnd {
    /** The member wanted it to end. */
    CANCELLED,
    /** Its dues were not paid in time. */
    UNPAID,
    /** What was paid for its last period had gone back. */
    REVERSED
}
