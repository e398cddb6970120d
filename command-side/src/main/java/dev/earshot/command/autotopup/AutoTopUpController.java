package dev.earshot.command.autotopup;

import dev.earshot.api.autotopup.AutoTopUpCommand.TurnOffAutoTopUp;
import dev.earshot.api.autotopup.AutoTopUpCommand.TurnOnAutoTopUp;
import dev.earshot.api.id.AutoTopUpId;
import dev.earshot.api.money.Money;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.wallet.WalletCommand.ExpectTopUp;
import dev.earshot.command.topup.Methods;
import dev.earshot.platform.web.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes the wish that a wallet be topped up by itself. */
@RestController
@RequestMapping("/v1/me/auto-top-up")
class AutoTopUpController {
    private final CommandGateway commands;
    private final Methods methods;
    private final Clock clock;

    AutoTopUpController(CommandGateway commands, Methods methods, Clock clock) {
        this.commands = commands;
        this.methods = methods;
        this.clock = clock;
    }

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Let the wallet be topped up by itself whenever it gets low",
            description = "Whenever less than the threshold is left, running calls counted, the amount is taken once by"
                    + " the method; so also now, if it is so already. Another method ends a cool-off, and asking again"
                    + " ends a suspension. A payment under way is not affected.")
    void turnOn(@Valid @RequestBody Form form, Caller caller) throws Refused {
        methods.refuseUnlessTaken(form.method());
        commands.sendAndWait(new ExpectTopUp(caller.walletId(), form.amount()));
        commands.sendAndWait(new TurnOnAutoTopUp(
                AutoTopUpId.of(caller.walletId()), form.threshold(), form.amount(), form.method(), clock.instant()));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Let the wallet not be topped up by itself any more",
            description = "A payment under way is credited all the same. Repeating it changes nothing.")
    void turnOff(Caller caller) {
        commands.sendAndWait(new TurnOffAutoTopUp(AutoTopUpId.of(caller.walletId()), clock.instant()));
    }

    @Schema(name = "AutoTopUpForm", example = """
            {"threshold": {"minor": 500, "currency": "USD"}, "amount": {"minor": 2000, "currency": "USD"},
             "method": "test_ok"}""")
    record Form(
            @NotNull Money threshold,
            @NotNull Money amount,
            @NotBlank @Size(max = 100) String method) {}
}
