package dev.earshot.query.simulation;

import dev.earshot.api.id.SimulationId;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A simulation that this node works on. Its beat keeps it, tells how far it is, and hears whether it is still wanted. */
final class Held {
    private static final Logger LOG = LoggerFactory.getLogger(Held.class);

    private final SimulationId id;
    private final String node;
    private final RunRows rows;
    private final SimulationRows simulations;
    private final RunSettings settings;
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(Held::thread);
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
    }

    SimulationId id() {
        return id;
    }

    void begin() {
        long every = settings.beat().toMillis();
        heart.scheduleWithFixedDelay(this::beat, 0, every, TimeUnit.MILLISECONDS);
    }

    void close() {
        heart.shutdownNow();
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
        try {
            cancelled = simulations
                    .find(id)
                    .filter(simulation -> simulation.status == SimulationStatus.CANCELLED)
                    .isPresent();
            if (!rows.beat(id, node, done, all)) {
                stopped = true;
            }
        } catch (RuntimeException databaseAway) {
            LOG.warn("{} could not beat; trying again.", id, databaseAway);
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "simulation-beat");
        thread.setDaemon(true);
        return thread;
    }
}
