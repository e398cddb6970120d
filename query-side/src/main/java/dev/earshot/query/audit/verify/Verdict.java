package dev.earshot.query.audit.verify;

import java.util.List;
import java.util.Optional;

/**
 * What a verification has found.
 *
 * @param events how many events were read
 * @param checkpoints how many signed checkpoints the log was held against
 * @param proven up to which position the log is what was signed, if nothing was found
 * @param unproven how many events have come since: they are in no checkpoint yet
 * @param unarchived how many checkpoints wait for their place outside the database
 * @param wrong how much was found
 * @param findings the first of it, in the order of the log
 */
public record Verdict(
        long events,
        long checkpoints,
        long proven,
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
}
