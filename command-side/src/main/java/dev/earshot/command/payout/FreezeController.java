package dev.earshot.command.payout;

import dev.earshot.api.id.EarningsId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.payout.PayoutCommand.FreezePayouts;
import dev.earshot.api.payout.PayoutCommand.UnfreezePayouts;
import dev.earshot.platform.web.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Clock;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Withholds a listener's payouts, and lets them go again. */
@RestController
@RequestMapping("/v1/admin/listeners/{listenerId}/payout-freeze")
@PreAuthorize("hasRole('ADMIN')")
class FreezeController {
    private final CommandGateway commands;
    private final Clock clock;

    FreezeController(CommandGateway commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "freezePayouts", summary = "Pay nothing out to a listener until unfrozen")
    void freeze(@Parameter(example = "lis_7f3kq2v9x1") @PathVariable ListenerId listenerId, Caller caller) {
        commands.sendAndWait(new FreezePayouts(EarningsId.of(listenerId), caller.accountId(), clock.instant()));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "unfreezePayouts", summary = "Pay a listener out again")
    void unfreeze(@Parameter(example = "lis_7f3kq2v9x1") @PathVariable ListenerId listenerId, Caller caller) {
        commands.sendAndWait(new UnfreezePayouts(EarningsId.of(listenerId), caller.accountId(), clock.instant()));
    }
}
