package dev.earshot.command.simulation;

import dev.earshot.api.id.SimulationId;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.simulation.Candidate;
import dev.earshot.api.simulation.Cohort;
import dev.earshot.api.simulation.SimulationCommand.CancelSimulation;
import dev.earshot.api.simulation.SimulationCommand.RequestSimulation;
import dev.earshot.api.simulation.Window;
import dev.earshot.command.price.Place;
import dev.earshot.platform.web.Caller;
import dev.earshot.platform.web.Intent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes questions to the pricing lab. */
@RestController
@RequestMapping(SimulationController.PATH)
@PreAuthorize("hasAnyRole('ADMIN', 'FINANCE')")
class SimulationController {
    static final String PATH = "/v1/simulations";

    private final CommandGateway commands;
    private final Candidates candidates;
    private final KnownListeners listeners;
    private final LogBeginning begin;
    private final Clock clock;

    SimulationController(
            CommandGateway commands, Candidates candidates, KnownListeners listeners, LogBeginning begin, Clock clock) {
        this.commands = commands;
        this.candidates = candidates;
        this.listeners = listeners;
        this.begin = begin;
        this.clock = clock;
    }

    @PostMapping
    @Operation(
            operationId = "requestSimulation",
            summary = "Ask what real calls would have come to under other terms",
            description =
                    "Answers at once; the result is found at the answer's Location when it is done, and the stream"
                            + " tells how far it is. What a candidate leaves out is as it is in force.")
    ResponseEntity<Reply> request(@Valid @RequestBody SimulationForm form, Caller caller, Intent intent)
            throws Refused {
        var id = new SimulationId(SimulationId.PREFIX + intent.suffix());
        Instant now = clock.instant();
        List<Candidate> asked = candidates.of(form.candidates(), Place.REQUEST.in("candidates"), now);
        Window window = form.windowBefore(now);
        Cohort whose = form.whose();
        listeners.refuseUnlessKnown(whose.listeners(), SimulationForm.WHOSE.in("listeners"));
        begin.refuseUnlessAfter(window);
        commands.sendAndWait(new RequestSimulation(id, asked, window, whose, caller.accountId(), now));
        return ResponseEntity.accepted().location(URI.create(PATH + "/" + id)).body(new Reply(id));
    }

    @PostMapping("/{simulationId}/cancel")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "cancelSimulation", summary = "Stop a simulation that nobody waits for any more")
    void cancel(@Parameter(example = "sim_6pk1u0bscz4w") @PathVariable SimulationId simulationId, Caller caller) {
        commands.sendAndWait(new CancelSimulation(simulationId, caller.accountId(), clock.instant()));
    }

    @Schema(name = "SimulationReply", example = """
            {"simulationId": "sim_6pk1u0bscz4w"}""")
    record Reply(SimulationId simulationId) {}
}
