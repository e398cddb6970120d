package dev.earshot.query.news;

import dev.earshot.api.simulation.SimulationEvent;
import dev.earshot.api.simulation.SimulationEvent.SimulationCancelled;
import dev.earshot.api.simulation.SimulationEvent.SimulationCompleted;
import dev.earshot.api.simulation.SimulationEvent.SimulationFailed;
import dev.earshot.api.simulation.SimulationEvent.SimulationRequested;
import java.util.List;
import java.util.function.BiFunction;

/** What those hear who asked the pricing lab. */
final class SimulationNews {
    private SimulationNews() {}

    static void tell(Audience audience) {
        tell(audience, SimulationRequested.class, (event, shape) -> shape);
        tell(audience, SimulationCancelled.class, (event, shape) -> shape);
        tell(
                audience,
                SimulationCompleted.class,
                (event, shape) -> shape.with("valid", event.valid()).with("hash", event.hash()));
        tell(audience, SimulationFailed.class, (event, shape) -> shape.with("reason", event.reason()));
    }

    private static <E extends SimulationEvent> void tell(
            Audience audience, Class<E> type, BiFunction<E, Shape, Shape> details) {
        audience.tell(
                type,
                event -> List.of(details.apply(
                                event,
                                Shape.of(Kind.SIMULATION, event, event.at()).with("simulationId", event.simulationId()))
                        .to(event.by())));
    }
}
