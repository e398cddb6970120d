package dev.earshot.command.topup;

import dev.earshot.api.id.TopUpId;
import dev.earshot.api.money.Money;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.topup.TopUpCommand.RequestTopUp;
import dev.earshot.api.wallet.WalletCommand.ExpectTopUp;
import dev.earshot.platform.web.Caller;
import dev.earshot.platform.web.Intent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes requests to top up. */
@RestController
class TopUpController {
    private final CommandGateway commands;
    private final Methods methods;
    private final Clock clock;

    TopUpController(CommandGateway commands, Methods methods, Clock clock) {
        this.commands = commands;
        this.methods = methods;
        this.clock = clock;
    }

    @PostMapping("/v1/wallet/top-ups")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Ask for money to be taken by a payment method and put into the wallet",
            description = "Answers before the provider has decided; the wallet and the stream tell what became of it.")
    ResponseEntity<Reply> topUp(@Valid @RequestBody Form form, Caller caller, Intent intent) throws Refused {
        methods.refuseUnlessTaken(form.method());
        TopUpId topUpId = new TopUpId(TopUpId.PREFIX + intent.suffix());
        commands.sendAndWait(new ExpectTopUp(caller.walletId(), form.amount()));
        commands.sendAndWait(
                new RequestTopUp(topUpId, caller.walletId(), form.amount(), form.method(), clock.instant()));
        return ResponseEntity.accepted()
                .location(URI.create("/v1/wallet/top-ups/" + topUpId))
                .body(new Reply(topUpId));
    }

    @Schema(name = "TopUpForm", example = """
            {"amount": {"minor": 2000, "currency": "USD"}, "method": "test_ok"}""")
    record Form(
            @NotNull Money amount,
            @NotBlank @Size(max = 100) String method) {}

    @Schema(name = "TopUpReply", example = """
            {"topUpId": "top_6pk1u0bscz4w"}""")
    record Reply(TopUpId topUpId) {}
}
