package dev.earshot.api.simulation;

/** Why the lab has no answer. */
public enum SimulationFailure {
    /** There were no such calls. */
    NO_CALLS,
    /** So few accounts in every currency that the figures would tell of persons. */
    COHORT_TOO_SMALL,
    /** It broke off again and again; the lab's own log says why. */
    BROKEN_OFF
}
