package dev.earshot.query.simulation.run;

import dev.earshot.api.id.SimulationId;
import dev.earshot.platform.work.Pulse;
import dev.earshot.query.simulation.asked.SimulationRows;
import dev.earshot.query.simulation.asked.SimulationStatus;
import java.time.Duration;

/** A simulation that this node works on. Its beat keeps it, tells how far it is, and hears whether it is still wanted. */
final class Held {
    private final SimulationId id;
    private final String node;
    private final RunRows rows;
    private final SimulationRows simulations;
    private final RunSettings settings;
    private final Pulse heart;
    private volatile long done;
    private volatile long all;
    private volatile boolean cancelled;
    private volatile boolean stopped;

    Held(SimulationId id, String node, RunRows rows, SimulationRows simulations, RunSettings settings) {
        this.id = id;
        this.node = node;
        this.rows = rows;
        this.simulations = simulations;
        this.settings = settings;
        this.heart = new Pulse("simulation-beat", this::beat, id + " could not beat; trying again.");
    }

    SimulationId id() {
        return id;
    }

    void begin() {
        heart.begin(Duration.ZERO, settings.beat());
    }

    void close() {
        heart.end();
    }

    /** How far it is; told with the next beat. */
    void reach(long doneCalls, long allCalls) {
        done = doneCalls;
        all = allCalls;
    }

    /** Keeps the result and how far it came; false when another node has taken the simulation meanwhile. */
    boolean keep(byte[] result) {
        return rows.beat(id, node, done, all) && rows.keep(id, node, result);
    }

    void stop() {
        stopped = true;
    }

    boolean isCancelled() {
        return cancelled;
    }

    /** Whether this node need not go on, for whatever reason. */
    boolean isStopped() {
        return stopped || cancelled;
    }

    private void beat() {
        cancelled = simulations
                .find(id)
                .filter(simulation -> simulation.status == SimulationStatus.CANCELLED)
                .isPresent();
        if (!rows.beat(id, node, done, all)) {
            stopped = true;
        }
    }
}
