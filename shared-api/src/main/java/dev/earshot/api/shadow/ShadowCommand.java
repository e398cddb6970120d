package dev.earshot.api.shadow;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.BookId;
import dev.earshot.api.simulation.Candidate;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked of the house's book of shadow plans. Plans go by their candidate's name. */
public sealed interface ShadowCommand {
    /** There is one such book. */
    @TargetAggregateIdentifier
    default BookId bookId() {
        return BookId.SHADOWS;
    }

    /** Runs a candidate beside the live terms on every call requested from now on. Repeating it changes nothing. */
    record StartShadowPlan(Candidate candidate, AccountId by, Instant at) implements ShadowCommand {}

    /** Its figures stay as they are from now on. Repeating it changes nothing. */
    record StopShadowPlan(String name, AccountId by, Instant at) implements ShadowCommand {}
}
