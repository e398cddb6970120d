package dev.earshot.api.price;

/** What the guardrail may hold against a price list, the gravest first. One found later goes at the end. */
public enum Breach {
    /** Nobody has tried it. */
    NEVER_TRIED,
    /** The lab did not reproduce what really was, so what it found says nothing. */
    TRIAL_INVALID,
    /** It was tried too long ago, or too much has happened since. */
    TRIAL_STALE,
    /** It was tried on too few calls. */
    TRIAL_TOO_SMALL,
    REVENUE,
    FEES,
    LISTENER_INCOME,
    CUT_OFF,
    REFUSED
}
