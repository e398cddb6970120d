package dev.earshot.command.earnings;

import dev.earshot.api.earnings.EarningsCommand.ImposePenalty;
import dev.earshot.api.earnings.EarningsCommand.ReversePenalty;
import dev.earshot.api.earnings.PenaltyReason;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.id.PenaltyId;
import dev.earshot.api.money.Money;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.command.Together;
import dev.earshot.platform.people.Sealing;
import dev.earshot.platform.web.Caller;
import dev.earshot.platform.web.Intent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes supervisors' penalties, and their reversal. What is said beside the reason is sealed. */
@RestController
@RequestMapping("/v1/admin/listeners/{listenerId}/penalties")
@PreAuthorize("hasAnyRole('SUPERVISOR', 'ADMIN')")
class PenaltyController {
    private final CommandGateway commands;
    private final Together together;
    private final Sealing sealing;
    private final Clock clock;

    PenaltyController(CommandGateway commands, Together together, Sealing sealing, Clock clock) {
        this.commands = commands;
        this.together = together;
        this.sealing = sealing;
        this.clock = clock;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Take coins from a listener, for a reason",
            description = "Comes out of what is available, which may fall below zero and is worked off then.")
    Reply impose(
            @Parameter(example = "lis_7f3kq2v9x1") @PathVariable ListenerId listenerId,
            @Valid @RequestBody Form form,
            Caller caller,
            Intent intent)
            throws Refused {
        PenaltyId penaltyId = new PenaltyId(PenaltyId.PREFIX + intent.suffix());
        var penalty = new ImposePenalty(
                EarningsId.of(listenerId),
                penaltyId,
                form.amount(),
                form.reason(),
                caller.accountId(),
                clock.instant());
        if (form.note().isEmpty()) {
            together.send(penalty, Together.NOTHING);
        } else {
            // It speaks of the listener, so it is theirs.
            var note = Map.of("note", form.note());
            together.send(penalty, sealing.keeping(listenerId.accountId(), penaltyId.value(), note, clock.instant()));
        }
        return new Reply(penaltyId);
    }

    @DeleteMapping("/{penaltyId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Reverse a penalty: the listener has the coins again")
    void reverse(
            @Parameter(example = "lis_7f3kq2v9x1") @PathVariable ListenerId listenerId,
            @Parameter(example = "pen_6pk1u0bscz4w") @PathVariable PenaltyId penaltyId,
            Caller caller) {
        commands.sendAndWait(
                new ReversePenalty(EarningsId.of(listenerId), penaltyId, caller.accountId(), clock.instant()));
    }

    /**
     * A penalty.
     *
     * @param note optional, for supervisors
     */
    @Schema(name = "PenaltyForm", example = """
            {"amount": {"minor": 500, "currency": "USD"}, "reason": "MISCONDUCT", "note": "Seen in the report of May 3."}""")
    record Form(
            @NotNull Money amount,
            @NotNull PenaltyReason reason,
            @Size(max = 1000) String note) {
        Form {
            note = Objects.requireNonNullElse(note, "");
        }
    }

    @Schema(name = "PenaltyReply", example = """
            {"penaltyId": "pen_6pk1u0bscz4w"}""")
    record Reply(PenaltyId penaltyId) {}
}
