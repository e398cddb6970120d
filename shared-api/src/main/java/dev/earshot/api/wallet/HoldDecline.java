package dev.earshot.api.wallet;

/** Why a hold was not placed. */
public enum HoldDecline {
    INSUFFICIENT_FUNDS,
    CURRENCY_MISMATCH,
    /** The member owes money from before; the next that comes in pays it. */
    RECEIVABLE_OPEN
}
