package dev.earshot.api.reconciliation;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.BreakId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** What has happened to a break between two books. */
public sealed interface BreakEvent {
    BreakId breakId();

    Instant at();

    /**
     * It was found, or found again after it was closed, or with other figures than before.
     *
     * @param source the report that led to it, or the word for a round of ours
     */
    @Revision("1")
    record BreakFound(BreakId breakId, Finding finding, String source, Instant at) implements BreakEvent {}

    /** The books agree: a later report told it, or a later fact. */
    @Revision("1")
    record BreakClosed(BreakId breakId, String source, Instant at) implements BreakEvent {}

    /**
     * Finance has looked into it.
     *
     * @param note the name of the note that tells what came of it; in facts of an earlier release the note itself
     */
    @Revision("1")
    record BreakResolved(BreakId breakId, AccountId by, ResolveReason reason, String note, Instant at)
            implements BreakEvent {}
}
