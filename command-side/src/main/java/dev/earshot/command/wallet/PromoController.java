package dev.earshot.command.wallet;

import dev.earshot.api.id.LotId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.pricing.Unit;
import dev.earshot.api.wallet.WalletCommand.GrantPromo;
import dev.earshot.platform.web.Intent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes the platform's gifts to members. */
@RestController
class PromoController {
    private final CommandGateway commands;
    private final Clock clock;

    PromoController(CommandGateway commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PostMapping("/v1/admin/wallets/{walletId}/promos")
    @PreAuthorize("hasRole('ADMIN')")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Give a member seconds of talk, or money to talk for, until a date",
            description = "Burns before anything else, the lot that expires first in front.")
    Reply grant(
            @Parameter(example = "wal_7f3kq2v9x1") @PathVariable WalletId walletId,
            @Valid @RequestBody Form form,
            Intent intent) {
        LotId lotId = new LotId(LotId.PREFIX + intent.suffix());
        commands.sendAndWait(
                new GrantPromo(walletId, lotId, form.unit(), form.amount(), form.expiresAt(), clock.instant()));
        return new Reply(lotId);
    }

    @Schema(name = "PromoForm", example = """
            {"unit": "SECONDS", "amount": 300, "expiresAt": "2030-01-01T00:00:00Z"}""")
    record Form(
            @NotNull Unit unit,
            @Min(1) long amount,
            @NotNull @Future Instant expiresAt) {}

    @Schema(name = "PromoReply", example = """
            {"lotId": "lot_6pk1u0bscz4w"}""")
    record Reply(LotId lotId) {}
}
