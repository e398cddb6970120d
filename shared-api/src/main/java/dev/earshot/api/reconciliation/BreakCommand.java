package dev.earshot.api.reconciliation;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.BreakId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked of a break. */
public sealed interface BreakCommand {
    @TargetAggregateIdentifier
    BreakId breakId();

    /**
     * Two books contradict each other. Finding the same again changes nothing; what was resolved stays so while the figures do.
     *
     * @param source the report that led to it, or {@link #ROUND}
     */
    record FindBreak(BreakId breakId, Finding finding, String source, Instant at) implements BreakCommand {
        /** The source of what is found without a report. */
        public static final String ROUND = "round";
    }

    /** The books agree by now. Harmless when it is closed or resolved. */
    record CloseBreak(BreakId breakId, String source, Instant at) implements BreakCommand {}

    /**
     * Finance has looked into it.
     *
     * @param note the name of the note that tells what came of it, and is kept sealed elsewhere
     */
    record ResolveBreak(BreakId breakId, AccountId by, ResolveReason reason, String note, Instant at)
            implements BreakCommand {
        /** How long a note may be, in characters. */
        public static final int LONGEST_NOTE = 500;

        public ResolveBreak {
            if (note.isBlank() || note.length() > LONGEST_NOTE) {
                throw new IllegalArgumentException("a note of 1 to " + LONGEST_NOTE + " characters is expected");
            }
        }
    }
}
