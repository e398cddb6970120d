package dev.earshot.api.reconciliation;

/** What is compared. Of money, what comes to us counts as positive, and what leaves us as negative. */
public enum Movement {
    /** Money that a payer sent, by the name of the payment. */
    PAYMENT,
    /** Money that went back to a payer, and what of it came back to us; by the name of the payment. */
    REFUND,
    /** Money that a payer's bank took, and what of it came back to us; by the name of the dispute. */
    DISPUTE,
    /** Money sent to a listener, and what of it came back to us; by the name of its first step. */
    PAYOUT,
    /** The talk of a call, in seconds. */
    TALK
}
