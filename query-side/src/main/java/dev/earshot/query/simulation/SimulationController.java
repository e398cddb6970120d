package dev.earshot.query.simulation;

import dev.earshot.api.id.SimulationId;
import dev.earshot.api.refusal.Refused;
import dev.earshot.query.page.Page;
import dev.earshot.query.page.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What came of questions to the pricing lab. */
@RestController
@RequestMapping("/v1/simulations")
@PreAuthorize("hasAnyRole('ADMIN', 'FINANCE')")
class SimulationController {
    private static final String CSV = "text/csv";

    private final SimulationReader simulations;
    private final Losers losers;

    SimulationController(SimulationReader simulations, Losers losers) {
        this.simulations = simulations;
        this.losers = losers;
    }

    @Operation(operationId = "simulations", summary = "List the simulations, the latest first, without their results")
    @GetMapping
    Page<SimulationReply> simulations(@Valid PageRequest page) throws Refused {
        return simulations.page(page);
    }

    @Operation(
            operationId = "simulation",
            summary = "Tell how far a simulation is, and its result when it is done",
            description = "With a candidate's name the result is of that candidate alone.")
    @GetMapping("/{simulationId}")
    SimulationReply simulation(
            @Parameter(example = "sim_6pk1u0bscz4w") @PathVariable SimulationId simulationId,
            @RequestParam Optional<String> candidate)
            throws Refused {
        return simulations.one(simulationId, candidate);
    }

    @Operation(
            operationId = "simulationResult",
            summary = "Fetch a result exactly as the lab produced it, the bytes that its hash is of")
    @GetMapping(path = "/{simulationId}/result", produces = MediaType.APPLICATION_JSON_VALUE)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "object")))
    byte[] result(@Parameter(example = "sim_6pk1u0bscz4w") @PathVariable SimulationId simulationId) throws Refused {
        return simulations.result(simulationId);
    }

    @Operation(
            operationId = "simulationLosers",
            summary = "Fetch who would lose most under each candidate, as a table",
            description = "Members by paying more, listeners by earning less; amounts in minor units.")
    @GetMapping(path = "/{simulationId}/losers", produces = CSV)
    @ApiResponse(responseCode = "200", content = @Content(mediaType = CSV, schema = @Schema(type = "string")))
    String losers(
            @Parameter(example = "sim_6pk1u0bscz4w") @PathVariable SimulationId simulationId,
            @RequestParam Optional<String> candidate)
            throws Refused {
        return losers.csv(simulations.result(simulationId, candidate));
    }
}
