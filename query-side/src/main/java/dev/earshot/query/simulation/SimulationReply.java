package dev.earshot.query.simulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.earshot.api.simulation.Candidate;
import dev.earshot.api.simulation.Cohort;
import dev.earshot.api.simulation.SimulationFailure;
import dev.earshot.api.simulation.Variance;
import dev.earshot.api.simulation.Window;
import dev.earshot.query.simulation.asked.SimulationState;
import dev.earshot.query.simulation.asked.SimulationStatus;
import dev.earshot.query.simulation.run.RunRows.Progress;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A simulation.
 *
 * @param done how many calls the lab has looked at
 * @param all how many it will look at; 0 until it has begun
 * @param doneBasisPoints the share of the two
 * @param valid whether it reproduced what really was; absent until it is done. What is invalid says nothing
 * @param hash SHA-256 of the result as it is stored, as hexadecimal digits
 * @param logPosition up to where the log was known
 * @param failure why there is no answer
 * @param result the answer; absent until it is done, and from lists
 */
@Schema(name = "SimulationState")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SimulationReply(
        String simulationId,
        SimulationStatus status,
        String requestedBy,
        Instant requestedAt,
        Instant endedAt,
        List<Candidate> candidates,
        Window window,
        Cohort cohort,
        long done,
        long all,
        long doneBasisPoints,
        Boolean valid,
        String hash,
        Long logPosition,
        SimulationFailure failure,
        @Schema(type = "object") JsonNode result) {
    static SimulationReply of(SimulationState simulation, Progress progress, JsonNode result) {
        return new SimulationReply(
                simulation.simulationId,
                simulation.status,
                simulation.askedBy,
                simulation.requestedAt,
                simulation.endedAt,
                simulation.candidates,
                simulation.window,
                simulation.cohort,
                progress.done(),
                progress.all(),
                Variance.share(progress.done(), progress.all()),
                simulation.valid,
                simulation.hash,
                simulation.logPosition,
                simulation.failure,
                result);
    }
}
