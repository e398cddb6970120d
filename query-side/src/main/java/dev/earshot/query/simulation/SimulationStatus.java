package dev.earshot.query.simulation;

/** How far a simulation has come. */
enum SimulationStatus {
    /** It waits for the lab, or the lab is at it. */
    REQUESTED,
    COMPLETED,
    CANCELLED,
    FAILED
}
