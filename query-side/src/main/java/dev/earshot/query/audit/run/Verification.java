package dev.earshot.query.audit.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.earshot.query.audit.verify.finding.Verdict;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * A verification of the log.
 *
 * @param checked how many events it has read
 * @param events how many there are, about
 * @param progress percent, 0 to 100
 * @param reason why there is no verdict, if it failed
 * @param verdict what it found; absent until it has ended
 */
@Schema(name = "LogVerification")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Verification(
        String verificationId,
        Status status,
        long checked,
        long events,
        int progress,
        Instant askedAt,
        Instant startedAt,
        Instant endedAt,
        String reason,
        Verdict verdict) {
    /** How far it is, and how it ended. */
    enum Status {
        WAITING,
        RUNNING,
        /** The log is what was signed. */
        SOUND,
        /** It is not. */
        TAMPERED,
        /** There is no verdict; it says nothing about the log. */
        FAILED
    }
}
