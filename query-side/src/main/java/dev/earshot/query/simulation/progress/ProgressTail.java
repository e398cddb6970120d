package dev.earshot.query.simulation.progress;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.simulation.SimulationEvent.SimulationCancelled;
import dev.earshot.api.simulation.SimulationEvent.SimulationCompleted;
import dev.earshot.api.simulation.SimulationEvent.SimulationFailed;
import dev.earshot.api.simulation.SimulationEvent.SimulationRequested;
import dev.earshot.query.live.LiveTail;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Knows on every node which simulations are open and who waits for each, so that nobody asks while there is none. */
@Component
@ProcessingGroup(LiveTail.GROUP)
class ProgressTail {
    private final Map<String, AccountId> open = new ConcurrentHashMap<>();

    @EventHandler
    void on(SimulationRequested event) {
        begin(event.simulationId().value(), event.by());
    }

    @EventHandler
    void on(SimulationCancelled event) {
        end(event.simulationId().value());
    }

    @EventHandler
    void on(SimulationCompleted event) {
        end(event.simulationId().value());
    }

    @EventHandler
    void on(SimulationFailed event) {
        end(event.simulationId().value());
    }

    void begin(String simulationId, AccountId by) {
        open.put(simulationId, by);
    }

    void end(String simulationId) {
        open.remove(simulationId);
    }

    /** The open simulations, and who asked for each. */
    Map<String, AccountId> open() {
        return open;
    }
}
