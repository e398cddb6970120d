package dev.earshot.command.reconciliation;

import dev.earshot.api.id.BreakId;
import dev.earshot.api.reconciliation.BreakCommand.ResolveBreak;
import dev.earshot.api.reconciliation.ResolveReason;
import dev.earshot.platform.web.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes what finance makes of breaks. */
@RestController
class ResolutionController {
    private final CommandGateway commands;
    private final Clock clock;

    ResolutionController(CommandGateway commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PutMapping("/v1/reconciliation/breaks/{breakId}/resolution")
    @PreAuthorize("hasAnyRole('FINANCE', 'SUPERADMIN')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Resolve a break between two books with a note",
            description =
                    "The note stays in the log for ever: no names and nothing else that is personal belongs into it."
                            + " A resolved break is found again only when one of the two books says something else.")
    void resolve(
            @Parameter(example = "brk_9f1c0e6b6ad83f0f8b7c2a1d5e4f3a21") @PathVariable BreakId breakId,
            @Valid @RequestBody Form form,
            Caller caller) {
        commands.sendAndWait(
                new ResolveBreak(breakId, caller.accountId(), form.reason(), form.note(), clock.instant()));
    }

    /** What came of looking into a break. */
    @Schema(name = "ResolutionForm", example = """
            {"reason": "THEIR_ERROR", "note": "Charged twice; the second charge was refunded under case 4711."}""")
    record Form(
            @NotNull ResolveReason reason,
            @NotBlank @Size(max = ResolveBreak.LONGEST_NOTE) String note) {}
}
