package dev.earshot.query.reconciliation;

import dev.earshot.api.id.BreakId;
import dev.earshot.api.reconciliation.BreakCommand.ResolveBreak;
import dev.earshot.api.reconciliation.ResolveReason;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.people.Notes;
import dev.earshot.platform.people.Notes.Note;
import dev.earshot.platform.web.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes what finance makes of breaks. It stands beside the view, for only the view can tell whom a break concerns, with whose
 * key the note is sealed.
 */
@RestController
class ResolutionController {
    private final FoundBreaks breaks;
    private final Concerned concerned;
    private final Notes notes;
    private final CommandGateway commands;
    private final Clock clock;

    ResolutionController(FoundBreaks breaks, Concerned concerned, Notes notes, CommandGateway commands, Clock clock) {
        this.breaks = breaks;
        this.concerned = concerned;
        this.notes = notes;
        this.commands = commands;
        this.clock = clock;
    }

    @PutMapping("/v1/reconciliation/breaks/{breakId}/resolution")
    @PreAuthorize("hasAnyRole('FINANCE', 'SUPERADMIN')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Resolve a break between two books with a note",
            description =
                    "The note is sealed for the person whom the break concerns, and goes with them; where nobody is known it"
                            + " stays, so nothing personal belongs into it. A resolved break is found again only when one of the two books says something else.")
    void resolve(
            @Parameter(example = "brk_9f1c0e6b6ad83f0f8b7c2a1d5e4f3a21") @PathVariable BreakId breakId,
            @Valid @RequestBody Form form,
            Caller caller)
            throws Refused {
        BreakState found = breaks.known(breakId);
        Instant now = clock.instant();
        Note note = notes.about(breakId.value(), concerned.by(found.finding), form.note(), now);
        // The text first: a note that no fact names is worth nothing, but a fact whose note was lost would be a lie.
        commands.sendAndWait(note.wish());
        commands.sendAndWait(new ResolveBreak(
                breakId, caller.accountId(), form.reason(), note.id().value(), now));
    }

    /** What came of looking into a break. */
    @Schema(name = "ResolutionForm", example = """
            {"reason": "THEIR_ERROR", "note": "Charged twice; the second charge was refunded under case 4711."}""")
    record Form(
            @NotNull ResolveReason reason,
            @NotBlank @Size(max = ResolveBreak.LONGEST_NOTE) String note) {}
}
