package dev.earshot.api.shadow;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.simulation.Candidate;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** What has happened in the house's book of shadow plans. */
public sealed interface ShadowEvent {
    Instant at();

    /** It runs from now on, its figures begin at nothing. */
    @Revision("1")
    record ShadowPlanStarted(Candidate candidate, AccountId by, Instant at) implements ShadowEvent {}

    @Revision("1")
    record ShadowPlanStopped(String name, AccountId by, Instant at) implements ShadowEvent {}
}
