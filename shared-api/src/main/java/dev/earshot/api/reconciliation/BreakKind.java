package dev.earshot.api.reconciliation;

/** How two books contradict each other. */
public enum BreakKind {
    /** They tell of money that our log does not know. */
    MISSING_HERE,
    /** Our log knows of money that they should have told by now, and have not. */
    MISSING_THERE,
    /** Both know of it, and not of the same amount. */
    AMOUNT,
    /** They took more for it than was agreed, or what they say they took does not add up. */
    FEE,
    /** Both know of it, in different currencies. */
    CURRENCY,
    /** They tell twice what happened once. */
    DUPLICATE,
    /** Less was billed than the two have talked. */
    MEDIA_SHORT,
    /** More was billed than the two have talked. */
    MEDIA_LONG,
    /** It was billed, and no media server saw it. */
    MEDIA_MISSING
}
