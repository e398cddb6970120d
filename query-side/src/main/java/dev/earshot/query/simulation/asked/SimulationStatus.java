package dev.earshot.query.simulation.asked;

/** How far a simulation has come. */
public enum SimulationStatus {
    /** It waits for the lab, or the lab is at it. */
    REQUESTED,
    COMPLETED,
    CANCELLED,
    FAILED
}
