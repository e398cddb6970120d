package dev.earshot.api.earnings;

/** Why a listener is penalised. What there is to say beyond that is a personal text and no part of the log. */
public enum PenaltyReason {
    MISCONDUCT,
    MISSED_CALLS,
    FALSE_PROFILE,
    CONTACT_OUTSIDE,
    OTHER
}
