package dev.earshot.api.purchase;

/** How far a dispute of a purchase has come. */
public enum DisputeVerdict {
    /** The payer's bank has taken the money until it is decided who is right. */
    OPEN,
    /** The money is gone for good. */
    LOST,
    /** The money is ours again. Believed even after a loss. */
    WON
}
