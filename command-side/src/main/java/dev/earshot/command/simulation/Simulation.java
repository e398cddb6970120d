package dev.earshot.command.simulation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.SimulationId;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.simulation.Candidate;
import dev.earshot.api.simulation.Cohort;
import dev.earshot.api.simulation.SimulationCommand.CancelSimulation;
import dev.earshot.api.simulation.SimulationCommand.CompleteSimulation;
import dev.earshot.api.simulation.SimulationCommand.FailSimulation;
import dev.earshot.api.simulation.SimulationCommand.RequestSimulation;
import dev.earshot.api.simulation.SimulationEvent.SimulationCancelled;
import dev.earshot.api.simulation.SimulationEvent.SimulationCompleted;
import dev.earshot.api.simulation.SimulationEvent.SimulationFailed;
import dev.earshot.api.simulation.SimulationEvent.SimulationRequested;
import dev.earshot.api.simulation.SimulationRefusal;
import dev.earshot.api.simulation.Window;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * A question to the pricing lab: what would these calls have come to under other terms? It is asked once, and ends once:
 * answered, cancelled, or failed. The lab works on it meanwhile wherever it likes, and may tell its answer more than once.
 */
@Aggregate(type = "Simulation", snapshotTriggerDefinition = "simulationSnapshots")
@Revision("1")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class Simulation {
    @AggregateIdentifier
    private SimulationId id;

    private AccountId by;
    private Window window;
    private Cohort cohort;
    private boolean over;
    private boolean cancelled;

    Simulation() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RequestSimulation command, SimulationSettings settings) throws Refused {
        if (id != null) {
            return;
        }
        List<Candidate> candidates = command.candidates();
        if (candidates.isEmpty()) {
            throw SimulationRefusal.CANDIDATES_MISSING.at("candidates", "at least one is expected");
        }
        if (candidates.size() > settings.mostCandidates()) {
            throw SimulationRefusal.TOO_MANY_CANDIDATES.at(
                    "candidates", "at most " + settings.mostCandidates() + " are compared at once");
        }
        if (candidates.stream().map(Candidate::name).distinct().count() < candidates.size()) {
            throw SimulationRefusal.CANDIDATES_ALIKE.at("candidates", "must have names of their own");
        }
        apply(new SimulationRequested(
                command.simulationId(), candidates, command.window(), command.cohort(), command.by(), command.at()));
    }

    @CommandHandler
    void handle(CancelSimulation command) throws Refused {
        if (over && !cancelled) {
            throw SimulationRefusal.SIMULATION_OVER.of("%s is over", id);
        }
        if (!over) {
            apply(new SimulationCancelled(id, command.by(), by, command.at()));
        }
    }

    @CommandHandler
    void handle(CompleteSimulation command) {
        if (!over) {
            apply(new SimulationCompleted(
                    id,
                    command.valid(),
                    command.hash(),
                    command.logPosition(),
                    window,
                    cohort,
                    command.outcomes(),
                    by,
                    command.at()));
        }
    }

    @CommandHandler
    void handle(FailSimulation command) {
        if (!over) {
            apply(new SimulationFailed(id, command.reason(), by, command.at()));
        }
    }

    @EventSourcingHandler
    void on(SimulationRequested event) {
        id = event.simulationId();
        by = event.by();
        window = event.window();
        cohort = event.cohort();
    }

    @EventSourcingHandler
    void on(SimulationCancelled event) {
        over = true;
        cancelled = true;
    }

    @EventSourcingHandler
    void on(SimulationCompleted event) {
        over = true;
    }

    @EventSourcingHandler
    void on(SimulationFailed event) {
        over = true;
    }
}
