package dev.earshot.api.simulation;

import dev.earshot.api.refusal.RefusalCode;

/** Why the pricing lab says no. */
public enum SimulationRefusal implements RefusalCode {
    SIMULATION_UNKNOWN(Kind.UNKNOWN),
    /** It ends before it begins, or has no length. */
    WINDOW_EMPTY(Kind.UNPROCESSABLE),
    /** Nobody can know the calls of the future. */
    WINDOW_IN_THE_FUTURE(Kind.UNPROCESSABLE),
    /** Nothing can be priced so. */
    TERMS_IMPOSSIBLE(Kind.UNPROCESSABLE),
    COHORT_IMPOSSIBLE(Kind.UNPROCESSABLE),
    CANDIDATES_MISSING(Kind.UNPROCESSABLE),
    TOO_MANY_CANDIDATES(Kind.UNPROCESSABLE),
    CANDIDATES_ALIKE(Kind.UNPROCESSABLE),
    SIMULATION_OVER(Kind.CONFLICT),
    SIMULATION_NOT_DONE(Kind.CONFLICT),
    CANDIDATE_UNKNOWN(Kind.UNKNOWN),
    /** It was over when the log began. */
    WINDOW_BEFORE_LOG(Kind.UNPROCESSABLE);

    private final Kind kind;

    SimulationRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
