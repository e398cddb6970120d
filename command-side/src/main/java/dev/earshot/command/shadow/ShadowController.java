package dev.earshot.command.shadow;

import dev.earshot.api.refusal.Refused;
import dev.earshot.api.shadow.ShadowCommand.StartShadowPlan;
import dev.earshot.api.shadow.ShadowCommand.StopShadowPlan;
import dev.earshot.api.shadow.ShadowRefusal;
import dev.earshot.api.simulation.Candidate;
import dev.earshot.command.price.Place;
import dev.earshot.command.simulation.Candidates;
import dev.earshot.platform.web.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets candidates run beside the terms in force. */
@RestController
@RequestMapping("/v1/admin/shadow-plans/{name}")
@PreAuthorize("hasRole('ADMIN')")
class ShadowController {
    private static final String NAME = "[a-z0-9-]{1,40}";

    private final CommandGateway commands;
    private final Candidates candidates;
    private final Clock clock;

    ShadowController(CommandGateway commands, Candidates candidates, Clock clock) {
        this.commands = commands;
        this.candidates = candidates;
        this.clock = clock;
    }

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "startShadowPlan",
            summary = "Price every new call by a candidate too, for its figures alone",
            description = "What the candidate leaves out is as it is in force now. Nobody pays by it.")
    void start(
            @Parameter(example = "lower-fee") @PathVariable String name,
            @Valid @RequestBody ShadowForm form,
            Caller caller)
            throws Refused {
        if (!name.matches(NAME)) {
            throw ShadowRefusal.SHADOW_NAME_IMPOSSIBLE.at(
                    "name", "1 to 40 small letters, digits and hyphens are expected");
        }
        Instant now = clock.instant();
        Candidate candidate = candidates.of(form.named(name), Place.REQUEST, now);
        commands.sendAndWait(new StartShadowPlan(candidate, caller.accountId(), now));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "stopShadowPlan", summary = "Stop a shadow plan; its figures stay")
    void stop(@Parameter(example = "lower-fee") @PathVariable String name, Caller caller) {
        commands.sendAndWait(new StopShadowPlan(name, caller.accountId(), clock.instant()));
    }
}
