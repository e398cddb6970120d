package dev.earshot.command.account;

import dev.earshot.api.account.AccountCommand.ChooseOverflow;
import dev.earshot.api.account.AccountCommand.ChooseTimeZone;
import dev.earshot.api.account.AccountCommand.MoveToVersion;
import dev.earshot.api.account.AccountRefusal;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.web.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes what decides how an account's future calls are paid. */
@RestController
class PlanController {
    private final CommandGateway commands;
    private final Clock clock;

    PlanController(CommandGateway commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PostMapping("/v1/admin/accounts/{accountId}/version")
    @PreAuthorize("hasRole('ADMIN')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Move an account to another monetization version",
            description = "For calls requested from now on; what the account owns stays usable. Repeating it changes"
                    + " nothing.")
    void move(
            @Parameter(example = "acc_7f3kq2v9x1") @PathVariable AccountId accountId,
            @Valid @RequestBody VersionForm form,
            Caller caller) {
        commands.sendAndWait(new MoveToVersion(accountId, form.version(), caller.accountId(), clock.instant()));
    }

    @PutMapping("/v1/me/overflow")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Let cash pay, or not, when bought minutes run out during a call",
            description = "For calls requested from now on, of accounts whose plan leaves it to them.")
    void choose(@Valid @RequestBody OverflowForm form, Caller caller) {
        commands.sendAndWait(new ChooseOverflow(caller.accountId(), form.cash(), clock.instant()));
    }

    @PutMapping("/v1/me/time-zone")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Choose by which clocks the days of the daily allowance begin and end",
            description =
                    "A name of the IANA time zone database. The day that has begun goes on to its end; what is left"
                            + " of the new zone's day brings its share of an allowance.")
    void choose(@Valid @RequestBody TimeZoneForm form, Caller caller) throws Refused {
        if (!ZoneRulesProvider.getAvailableZoneIds().contains(form.zone())) {
            throw AccountRefusal.TIME_ZONE_UNKNOWN.at("zone", "must be an IANA time zone, such as Europe/Lisbon");
        }
        commands.sendAndWait(new ChooseTimeZone(caller.accountId(), ZoneId.of(form.zone()), clock.instant()));
    }

    @Schema(name = "TimeZoneForm", example = """
            {"zone": "Europe/Lisbon"}""")
    record TimeZoneForm(@NotBlank @Size(max = 100) String zone) {}

    @Schema(name = "VersionForm", example = """
            {"version": "TOKENS"}""")
    record VersionForm(@NotNull PlanVersion version) {}

    @Schema(name = "OverflowForm", example = """
            {"cash": true}""")
    record OverflowForm(@NotNull Boolean cash) {}
}
