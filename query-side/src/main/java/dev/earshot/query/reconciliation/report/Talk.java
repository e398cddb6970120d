package dev.earshot.query.reconciliation.report;

import dev.earshot.api.reconciliation.BreakKind;
import dev.earshot.api.reconciliation.Figure;
import dev.earshot.api.reconciliation.Finding;
import dev.earshot.api.reconciliation.Movement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The talk of a call, in two books.
 *
 * @param billed seconds
 * @param measured milliseconds that a media server saw the two together; absent where none saw them
 * @param measuredBy absent likewise
 * @param position the end of the call in the log
 */
record Talk(String callId, long billed, Long measured, String measuredBy, Instant endedAt, long position) {
    private static final String NOBODY = "media";
    private static final long SECOND = 1_000;

    /** What contradicts each other: seconds that are completed against seconds that are completed. */
    Optional<Finding> contradiction(Duration tolerance) {
        if (measured == null) {
            return billed == 0 ? Optional.empty() : Optional.of(finding(NOBODY, BreakKind.MEDIA_MISSING, 0));
        }
        long seen = measured / SECOND;
        if (Math.abs(seen - billed) <= tolerance.toSeconds()) {
            return Optional.empty();
        }
        return Optional.of(finding(measuredBy, seen > billed ? BreakKind.MEDIA_SHORT : BreakKind.MEDIA_LONG, seen));
    }

    private Finding finding(String by, BreakKind kind, long seen) {
        return new Finding(by, kind, Movement.TALK, callId, Figure.seconds(seen), Figure.seconds(billed), endedAt);
    }
}
