package dev.earshot.query.shadow;

import dev.earshot.api.simulation.Candidate;
import java.time.Instant;

/**
 * A candidate that runs beside the terms in force, or did.
 *
 * @param started calls requested behind this position of the log count
 * @param stoppedBy null while it runs
 * @param stoppedAt null while it runs
 */
record Plan(
        Candidate candidate, String startedBy, Instant startedAt, long started, String stoppedBy, Instant stoppedAt) {
    boolean runs() {
        return stoppedAt == null;
    }

    Plan stopped(String by, Instant at) {
        return new Plan(candidate, startedBy, startedAt, started, by, at);
    }
}
