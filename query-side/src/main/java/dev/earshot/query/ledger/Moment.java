package dev.earshot.query.ledger;

import dev.earshot.api.refusal.Refused;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * As of when a question is asked: of all that had happened by a time, of all that the log tells up to a position, or of all
 * that is known. The first is by the time that the facts themselves tell, to the microsecond, so a fact that is told late
 * counts from when it happened; the second is by when the log knew it.
 */
record Moment(Optional<Instant> at, Optional<Long> position) {
    static Moment of(Optional<Instant> at, Optional<Long> position) throws Refused {
        if (at.isPresent() && position.isPresent()) {
            throw LedgerRefusal.LEDGER_MOMENT_AMBIGUOUS.of(
                    "tell a moment either by its time, at, or by its place in the log, position");
        }
        return new Moment(at.map(time -> time.truncatedTo(ChronoUnit.MICROS)), position);
    }
}
