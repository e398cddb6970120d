package dev.earshot.query.simulation.asked;

import dev.earshot.api.simulation.SimulationEvent;
import dev.earshot.api.simulation.SimulationEvent.SimulationCancelled;
import dev.earshot.api.simulation.SimulationEvent.SimulationCompleted;
import dev.earshot.api.simulation.SimulationEvent.SimulationFailed;
import dev.earshot.api.simulation.SimulationEvent.SimulationRequested;
import dev.earshot.query.fold.Fold;
import dev.earshot.query.fold.LogEntry;
import java.util.function.Consumer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

/** What was the lab asked, and how did it end? */
@Component
@ProcessingGroup(SimulationView.NAME)
public class SimulationView {
    /** Its name, which is its processing group. */
    public static final String NAME = "simulation-view";

    private final SimulationRows rows;
    private final Fold<SimulationState> simulations;

    SimulationView(SimulationRows rows) {
        this.rows = rows;
        this.simulations = new Fold<>("simulation_view", rows, SimulationState::new);
    }

    @EventHandler
    void on(SimulationRequested event, LogEntry entry) {
        change(event, entry, simulation -> simulation.on(event));
    }

    @EventHandler
    void on(SimulationCancelled event, LogEntry entry) {
        change(event, entry, simulation -> simulation.on(event));
    }

    @EventHandler
    void on(SimulationCompleted event, LogEntry entry) {
        change(event, entry, simulation -> simulation.on(event));
    }

    @EventHandler
    void on(SimulationFailed event, LogEntry entry) {
        change(event, entry, simulation -> simulation.on(event));
    }

    @ResetHandler
    void reset() {
        rows.clear();
    }

    private void change(SimulationEvent event, LogEntry entry, Consumer<SimulationState> how) {
        simulations.change(event.simulationId().value(), entry, how);
    }
}
