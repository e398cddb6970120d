package dev.earshot.query.simulation.asked;

import dev.earshot.api.simulation.Candidate;
import dev.earshot.api.simulation.Cohort;
import dev.earshot.api.simulation.SimulationEvent.SimulationCancelled;
import dev.earshot.api.simulation.SimulationEvent.SimulationCompleted;
import dev.earshot.api.simulation.SimulationEvent.SimulationFailed;
import dev.earshot.api.simulation.SimulationEvent.SimulationRequested;
import dev.earshot.api.simulation.SimulationFailure;
import dev.earshot.api.simulation.Window;
import dev.earshot.query.fold.Folded;
import java.time.Instant;
import java.util.List;

/** A row of the table of simulations. */
public final class SimulationState extends Folded {
    public final String simulationId;
    public SimulationStatus status = SimulationStatus.REQUESTED;
    public String askedBy;
    public List<Candidate> candidates;
    public Window window;
    public Cohort cohort;
    public Instant requestedAt;
    public Instant endedAt;
    public Boolean valid;
    public String hash;
    public Long logPosition;
    public SimulationFailure failure;
    public Long told;

    SimulationState(String simulationId) {
        this(simulationId, 0);
    }

    SimulationState(String simulationId, long position) {
        super(position);
        this.simulationId = simulationId;
    }

    void on(SimulationRequested event) {
        askedBy = event.by().value();
        candidates = event.candidates();
        window = event.window();
        cohort = event.cohort();
        requestedAt = event.at();
        told = position();
    }

    void on(SimulationCancelled event) {
        end(SimulationStatus.CANCELLED, event.at());
    }

    void on(SimulationCompleted event) {
        end(SimulationStatus.COMPLETED, event.at());
        valid = event.valid();
        hash = event.hash();
        logPosition = event.logPosition();
    }

    void on(SimulationFailed event) {
        end(SimulationStatus.FAILED, event.at());
        failure = event.reason();
    }

    private void end(SimulationStatus how, Instant at) {
        status = how;
        endedAt = at;
    }
}
