package dev.earshot.api.simulation;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.SimulationId;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/** What has happened to a run of the pricing lab. Each names who asked for it, who is to hear of it. */
public sealed interface SimulationEvent {
    SimulationId simulationId();

    AccountId by();

    Instant at();

    @Revision("1")
    record SimulationRequested(
            SimulationId simulationId,
            List<Candidate> candidates,
            Window window,
            Cohort cohort,
            AccountId by,
            Instant at)
            implements SimulationEvent {}

    /** Somebody, perhaps another than who asked for it, does not want the answer any more. */
    @Revision("1")
    record SimulationCancelled(SimulationId simulationId, AccountId cancelledBy, AccountId by, Instant at)
            implements SimulationEvent {}

    /**
     * There is an answer.
     *
     * @param hash SHA-256 of the stored result, as hexadecimal digits
     */
    @Revision("1")
    record SimulationCompleted(
            SimulationId simulationId,
            boolean valid,
            String hash,
            long logPosition,
            Window window,
            Cohort cohort,
            List<Outcome> outcomes,
            AccountId by,
            Instant at)
            implements SimulationEvent {}

    @Revision("1")
    record SimulationFailed(SimulationId simulationId, SimulationFailure reason, AccountId by, Instant at)
            implements SimulationEvent {}
}
