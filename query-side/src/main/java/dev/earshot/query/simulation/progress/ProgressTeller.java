package dev.earshot.query.simulation.progress;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.simulation.Variance;
import dev.earshot.platform.work.Pulse;
import dev.earshot.query.simulation.asked.SimulationRows;
import dev.earshot.query.simulation.run.RunRows;
import dev.earshot.query.simulation.run.RunRows.Progress;
import dev.earshot.query.simulation.run.RunSettings;
import dev.earshot.query.stream.PassingNews;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tells those who listen to this node how far their simulations are, whichever node works on them. Looks at the table of
 * runs while there is an open simulation and anybody listens, and else at nothing.
 */
@Component
class ProgressTeller implements SmartLifecycle {
    private final ProgressTail tail;
    private final RunRows runs;
    private final SimulationRows simulations;
    private final PassingNews news;
    private final RunSettings settings;
    private final Pulse pulse =
            new Pulse("simulation-progress", this::tell, "Could not learn how far simulations are; asking again.");
    private final Map<String, Progress> told = new HashMap<>();
    private boolean knowsEarlier;
    private volatile boolean running;

    ProgressTeller(
            ProgressTail tail, RunRows runs, SimulationRows simulations, PassingNews news, RunSettings settings) {
        this.tail = tail;
        this.runs = runs;
        this.simulations = simulations;
        this.news = news;
        this.settings = settings;
    }

    @Override
    public void start() {
        running = true;
        pulse.begin(settings.beat(), settings.beat());
    }

    @Override
    public void stop() {
        running = false;
        pulse.end();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void tell() {
        learnEarlier();
        Map<String, AccountId> open = Map.copyOf(tail.open());
        told.keySet().retainAll(open.keySet());
        if (!open.isEmpty() && news.isHeard()) {
            runs.progress(open.keySet()).forEach(progress -> tell(open.get(progress.simulationId()), progress));
        }
    }

    /** What was asked before this node listened to the log. */
    private void learnEarlier() {
        if (!knowsEarlier) {
            simulations
                    .open()
                    .forEach(simulation -> tail.begin(simulation.simulationId, new AccountId(simulation.askedBy)));
            knowsEarlier = true;
        }
    }

    private void tell(AccountId by, Progress progress) {
        if (progress.ended()) {
            tail.end(progress.simulationId()); // Its end may have been heard before it was learnt that it had begun.
        } else if (!progress.equals(told.put(progress.simulationId(), progress))) {
            news.tell(
                    by,
                    "progress",
                    Map.of(
                            "simulationId",
                            progress.simulationId(),
                            "done",
                            progress.done(),
                            "all",
                            progress.all(),
                            "doneBasisPoints",
                            Variance.share(progress.done(), progress.all())));
        }
    }
}
