package dev.earshot.command.call;

import java.time.Duration;
import java.time.Instant;

/**
 * The span for which a connected call may be billed.
 *
 * @param connectedAt when seconds began to count
 * @param grantedSeconds how many may count at most
 */
record Clocked(Instant connectedAt, long grantedSeconds) {
    Instant lastMoment() {
        return connectedAt.plusSeconds(grantedSeconds);
    }

    /** The moment the call really ends at when it is told to end at {@code at}: never before it began or after its grant. */
    Instant endAt(Instant at) {
        if (at.isBefore(connectedAt)) {
            return connectedAt;
        }
        return at.isAfter(lastMoment()) ? lastMoment() : at;
    }

    /** The completed seconds until {@code at}. */
    long billableSeconds(Instant at) {
        return Duration.between(connectedAt, endAt(at)).toSeconds();
    }
}
