package dev.earshot.query.simulation.run;

import dev.earshot.api.simulation.SimulationCommand.CompleteSimulation;
import dev.earshot.api.simulation.SimulationCommand.FailSimulation;
import dev.earshot.api.simulation.SimulationFailure;
import dev.earshot.platform.web.Digests;
import dev.earshot.query.lab.Lab;
import dev.earshot.query.lab.Question;
import dev.earshot.query.lab.result.Result;
import dev.earshot.query.simulation.asked.SimulationRows;
import dev.earshot.query.simulation.asked.SimulationState;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Works on one simulation from its question to its answer. The result is kept before it is told: whoever comes upon a result
 * that nobody was told of tells it, and works nothing out twice.
 */
@Component
class Bench implements Consumer<Held> {
    private final Lab lab;
    private final SimulationRows simulations;
    private final RunRows runs;
    private final RunSettings settings;
    private final CommandGateway commands;
    private final JsonMapper json;
    private final Clock clock;

    Bench(
            Lab lab,
            SimulationRows simulations,
            RunRows runs,
            RunSettings settings,
            CommandGateway commands,
            JsonMapper json,
            Clock clock) {
        this.lab = lab;
        this.simulations = simulations;
        this.runs = runs;
        this.settings = settings;
        this.commands = commands;
        this.json = json;
        this.clock = clock;
    }

    /** Fails with a {@link CancellationException} when it need not go on. */
    @Override
    public void accept(Held held) {
        SimulationState asked = simulations.find(held.id()).orElseThrow(CancellationException::new);
        Optional<byte[]> kept = runs.result(held.id());
        if (kept.isPresent()) {
            complete(held, json.readValue(kept.get(), Result.class), kept.get());
            return;
        }
        Result result = lab.run(
                new Question(asked.candidates, asked.window, asked.cohort, settings.leastMembers()),
                held::reach,
                held::isStopped);
        if (held.isStopped()) {
            throw new CancellationException();
        }
        Optional<SimulationFailure> unfit = Verdict.unfit(result);
        if (unfit.isPresent()) {
            commands.sendAndWait(new FailSimulation(held.id(), unfit.get(), clock.instant()));
            return;
        }
        byte[] bytes = json.writeValueAsString(result).getBytes(StandardCharsets.UTF_8);
        if (!held.keep(bytes)) {
            throw new CancellationException();
        }
        complete(held, result, bytes);
    }

    private void complete(Held held, Result result, byte[] bytes) {
        commands.sendAndWait(new CompleteSimulation(
                held.id(),
                result.isValid(),
                Digests.hex(bytes),
                result.tapePosition(),
                Verdict.outcomes(result),
                clock.instant()));
    }
}
