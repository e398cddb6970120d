package dev.earshot.query.simulation.run;

import dev.earshot.api.id.SimulationId;
import dev.earshot.api.simulation.SimulationCommand.FailSimulation;
import dev.earshot.api.simulation.SimulationFailure;
import dev.earshot.platform.work.Daemons;
import dev.earshot.query.fold.Positions;
import dev.earshot.query.simulation.asked.SimulationRows;
import dev.earshot.query.simulation.run.RunRows.Claimed;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Takes simulations one after the other and has the lab work on them, on a thread of its own. Whoever stops gives back what
 * it holds, whoever is killed loses it by its silence; then it is begun anew, here or elsewhere, and comes to the same.
 */
@Component
class Runs implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Runs.class);
    private static final String TAPE = "lab-view";
    private static final long PATIENCE_SECONDS = 5;

    private final String node = UUID.randomUUID().toString();
    private final RunRows rows;
    private final SimulationRows simulations;
    private final Consumer<Held> bench;
    private final Positions positions;
    private final RunSettings settings;
    private final CommandGateway commands;
    private final Clock clock;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(Daemons.named("simulations-"));
    private volatile Held held;
    private volatile boolean running;

    Runs(
            RunRows rows,
            SimulationRows simulations,
            Consumer<Held> bench,
            Positions positions,
            RunSettings settings,
            CommandGateway commands,
            Clock clock) {
        this.rows = rows;
        this.simulations = simulations;
        this.bench = bench;
        this.positions = positions;
        this.settings = settings;
        this.commands = commands;
        this.clock = clock;
    }

    /** Takes one if this node is free and nobody works on any. What was asked after the tape's end has to wait for the tape. */
    synchronized void look() {
        if (running && held == null) {
            Optional<Claimed> claimed = rows.claim(node, settings.lease(), positions.of(TAPE));
            claimed.ifPresent(this::take);
        }
    }

    private void take(Claimed claimed) {
        SimulationId id = new SimulationId(claimed.simulationId());
        Held mine = new Held(id, node, rows, simulations, settings);
        held = mine;
        worker.execute(() -> work(mine, claimed.attempt()));
    }

    private void work(Held mine, int attempt) {
        try {
            mine.begin();
            if (attempt > settings.attempts()) {
                commands.sendAndWait(new FailSimulation(mine.id(), SimulationFailure.BROKEN_OFF, clock.instant()));
            } else {
                bench.accept(mine);
            }
            rows.end(mine.id(), node);
        } catch (CancellationException stopped) {
            giveUp(mine);
        } catch (RuntimeException failure) {
            LOG.warn("{} broke off in its attempt {}; it is begun anew.", mine.id(), attempt, failure);
        } finally {
            mine.close();
            held = null;
        }
    }

    /** It is not wanted any more, or not from here. */
    private void giveUp(Held mine) {
        if (mine.isCancelled()) {
            rows.end(mine.id(), node);
        } else if (!running) {
            rows.release(mine.id(), node);
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        synchronized (this) {
            running = false;
        }
        Held mine = held;
        if (mine != null) {
            mine.stop();
        }
        worker.shutdown();
        try {
            if (!worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn(
                        "The lab did not stop in time; its simulation is begun anew elsewhere when its lease is over.");
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
