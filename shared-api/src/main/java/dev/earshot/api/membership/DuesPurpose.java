package dev.earshot.api.membership;

/** What dues are asked for. */
public enum DuesPurpose {
    /** The first period of a membership without a trial. */
    START,
    /** The next period. */
    RENEWAL,
    /** A period of another tier that begins in the middle of this one. */
    CHANGE
}
