package dev.earshot.query.simulation;

import dev.earshot.api.id.SimulationId;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.simulation.SimulationRefusal;
import dev.earshot.query.fold.CatchUp;
import dev.earshot.query.page.Page;
import dev.earshot.query.page.PageRequest;
import dev.earshot.query.simulation.asked.SimulationRows;
import dev.earshot.query.simulation.asked.SimulationState;
import dev.earshot.query.simulation.asked.SimulationStatus;
import dev.earshot.query.simulation.asked.SimulationView;
import dev.earshot.query.simulation.run.RunRows;
import dev.earshot.query.simulation.run.RunRows.Progress;
import dev.earshot.query.simulation.run.RunSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts together what was asked, how far it is, and what came of it. */
@Component
class SimulationReader {
    private static final String OUTCOMES = "outcomes";

    private final SimulationRows simulations;
    private final RunRows runs;
    private final CatchUp catchUp;
    private final RunSettings settings;
    private final JsonMapper json;

    SimulationReader(SimulationRows simulations, RunRows runs, CatchUp catchUp, RunSettings settings, JsonMapper json) {
        this.simulations = simulations;
        this.runs = runs;
        this.catchUp = catchUp;
        this.settings = settings;
        this.json = json;
    }

    Page<SimulationReply> page(PageRequest page) throws Refused {
        Page<SimulationState> found = simulations.page(page, page.before());
        Map<String, Progress> progress =
                runs
                        .progress(found.items().stream()
                                .map(simulation -> simulation.simulationId)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Progress::simulationId, Function.identity()));
        return found.map(simulation -> SimulationReply.of(
                simulation,
                progress.getOrDefault(simulation.simulationId, Progress.none(simulation.simulationId)),
                null));
    }

    /** One simulation, with its result if it is done; of one candidate alone if that is named. */
    SimulationReply one(SimulationId id, Optional<String> candidate) throws Refused {
        SimulationState simulation = find(id);
        Progress progress =
                runs.progress(List.of(id.value())).stream().findFirst().orElse(Progress.none(id.value()));
        if (simulation.status != SimulationStatus.COMPLETED) {
            return SimulationReply.of(simulation, progress, null);
        }
        return SimulationReply.of(simulation, progress, parsed(id, candidate));
    }

    /** The result, of one candidate alone if that is named. */
    JsonNode result(SimulationId id, Optional<String> candidate) throws Refused {
        refuseUnlessDone(id);
        return parsed(id, candidate);
    }

    /** The result exactly as it was produced. */
    byte[] result(SimulationId id) throws Refused {
        refuseUnlessDone(id);
        return bytes(id);
    }

    private void refuseUnlessDone(SimulationId id) throws Refused {
        SimulationState simulation = find(id);
        if (simulation.status == SimulationStatus.FAILED) {
            throw SimulationRefusal.SIMULATION_NOT_DONE.of(
                    "%s has failed: %s", id, settings.inWords(simulation.failure));
        }
        if (simulation.status != SimulationStatus.COMPLETED) {
            throw SimulationRefusal.SIMULATION_NOT_DONE.of("%s is %s", id, simulation.status);
        }
    }

    private JsonNode parsed(SimulationId id, Optional<String> candidate) throws Refused {
        ObjectNode whole = (ObjectNode) json.readTree(bytes(id));
        if (candidate.isPresent()) {
            whole.set(OUTCOMES, only(candidate.get(), (ArrayNode) whole.get(OUTCOMES)));
        }
        return whole;
    }

    private SimulationState find(SimulationId id) throws Refused {
        return catchUp.find(SimulationView.NAME, () -> simulations.find(id))
                .orElseThrow(() -> SimulationRefusal.SIMULATION_UNKNOWN.of("there is no simulation %s", id));
    }

    private byte[] bytes(SimulationId id) throws Refused {
        return runs.result(id)
                .orElseThrow(() -> SimulationRefusal.SIMULATION_NOT_DONE.of("the result of %s is not kept here", id));
    }

    private ArrayNode only(String candidate, ArrayNode outcomes) throws Refused {
        ArrayNode found = json.createArrayNode();
        for (JsonNode outcome : outcomes) {
            if (outcome.path("candidate").path("name").asString().equals(candidate)) {
                found.add(outcome);
            }
        }
        if (found.isEmpty()) {
            throw SimulationRefusal.CANDIDATE_UNKNOWN.of("there is no candidate %s in this simulation", candidate);
        }
        return found;
    }
}
