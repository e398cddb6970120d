package dev.earshot.api.price;

import dev.earshot.api.id.SimulationId;
import dev.earshot.api.simulation.Variance;
import java.time.Instant;

/**
 * What the lab has found of a price list.
 *
 * @param valid whether it reproduced what really was
 * @param calls on how many calls
 * @param logPosition where the log ended then
 * @param at when it was done
 */
public record Trial(
        SimulationId simulationId, boolean valid, long calls, long logPosition, Variance variance, Instant at) {}
