package dev.earshot.command.payout;

import dev.earshot.api.id.EarningsId;
import dev.earshot.api.id.PayoutId;
import dev.earshot.api.money.Money;
import dev.earshot.api.payout.PayoutCommand.RequestPayout;
import dev.earshot.platform.web.Caller;
import dev.earshot.platform.web.Intent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Clock;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes requests to be paid out. */
@RestController
class PayoutController {
    private final CommandGateway commands;
    private final Clock clock;

    PayoutController(CommandGateway commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PostMapping("/v1/payouts")
    @PreAuthorize("hasRole('LISTENER')")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Ask for available earnings to be sent to the payout account",
            description = "Answers before the provider has sent them; one payout at a time is on its way.")
    ResponseEntity<Reply> request(@Valid @RequestBody Form form, Caller caller, Intent intent) {
        PayoutId payoutId = new PayoutId(PayoutId.PREFIX + intent.suffix());
        commands.sendAndWait(
                new RequestPayout(EarningsId.of(caller.listenerId()), payoutId, form.amount(), clock.instant()));
        return ResponseEntity.accepted()
                .location(URI.create("/v1/payouts/" + payoutId))
                .body(new Reply(payoutId));
    }

    @Schema(name = "PayoutForm", example = """
            {"amount": {"minor": 2000, "currency": "USD"}}""")
    record Form(@NotNull Money amount) {}

    @Schema(name = "PayoutReply", example = """
            {"payoutId": "out_6pk1u0bscz4w"}""")
    record Reply(PayoutId payoutId) {}
}
