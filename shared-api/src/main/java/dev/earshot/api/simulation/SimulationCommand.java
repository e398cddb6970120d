package dev.earshot.api.simulation;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.SimulationId;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked of a run of the pricing lab. */
public sealed interface SimulationCommand {
    @TargetAggregateIdentifier
    SimulationId simulationId();

    /** Asks what these candidates would have come to. Repeating it changes nothing. */
    record RequestSimulation(
            SimulationId simulationId,
            List<Candidate> candidates,
            Window window,
            Cohort cohort,
            AccountId by,
            Instant at)
            implements SimulationCommand {}

    /** Nobody waits for it any more. Harmless when it is over. */
    record CancelSimulation(SimulationId simulationId, AccountId by, Instant at) implements SimulationCommand {}

    /**
     * The lab has an answer. Harmless when the run is over.
     *
     * @param valid whether replaying the terms that were in force reproduced every charge, fee and earning
     * @param hash SHA-256 of the result, as hexadecimal digits
     * @param logPosition up to where the log was known
     */
    record CompleteSimulation(
            SimulationId simulationId, boolean valid, String hash, long logPosition, List<Outcome> outcomes, Instant at)
            implements SimulationCommand {}

    /** The lab will never have an answer. Harmless when the run is over. */
    record FailSimulation(SimulationId simulationId, SimulationFailure reason, Instant at)
            implements SimulationCommand {}
}
