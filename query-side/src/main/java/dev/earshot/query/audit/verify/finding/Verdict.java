package dev.earshot.query.audit.verify.finding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a verification has found.
 *
 * @param events how many events were read
 * @param checkpoints how many signed checkpoints the log was held against
 * @param proven up to which position the log is what was signed, if nothing was found
 * @param provenAt when the last of these checkpoints was signed; absent if there is none
 * @param unproven how many events have come since. They are in no checkpoint yet, and nothing tells whether there were more
 * @param unarchived how many checkpoints wait for their place outside the database
 * @param wrong how much was found
 * @param findings the first of it, in the order of the log
 */
public record Verdict(
        long events,
        long checkpoints,
        long proven,
        @JsonInclude(JsonInclude.Include.NON_NULL) Instant provenAt,
        long unproven,
        long unarchived,
        long wrong,
        List<Finding> findings) {
    public boolean isSound() {
        return wrong == 0;
    }

    public Optional<Finding> first() {
        return findings.stream().findFirst();
    }

    /** When the last checkpoint was signed. */
    public Optional<Instant> signed() {
        return Optional.ofNullable(provenAt);
    }
}
