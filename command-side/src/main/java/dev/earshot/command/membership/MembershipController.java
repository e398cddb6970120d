package dev.earshot.command.membership;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.earshot.api.account.AccountCommand.AskPlan;
import dev.earshot.api.id.MembershipId;
import dev.earshot.api.membership.ChangeEffect;
import dev.earshot.api.membership.MembershipCommand.CancelMembership;
import dev.earshot.api.membership.MembershipCommand.ChangeTier;
import dev.earshot.api.membership.MembershipCommand.ChooseMethod;
import dev.earshot.api.membership.MembershipCommand.ResumeMembership;
import dev.earshot.api.membership.MembershipCommand.StartMembership;
import dev.earshot.api.membership.MembershipRefusal;
import dev.earshot.api.pricing.PlanHeld;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.pricing.Tier;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.wallet.WalletCommand.ExpectTopUp;
import dev.earshot.command.topup.Methods;
import dev.earshot.platform.catalogue.Catalogue;
import dev.earshot.platform.web.Caller;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes what members want of their membership. */
@RestController
@RequestMapping("/v1/memberships")
class MembershipController {
    private static final URI OWN = URI.create("/v1/memberships/me");

    private final CommandGateway commands;
    private final Catalogue catalogue;
    private final Methods methods;
    private final Clock clock;

    MembershipController(CommandGateway commands, Catalogue catalogue, Methods methods, Clock clock) {
        this.commands = commands;
        this.catalogue = catalogue;
        this.methods = methods;
        this.clock = clock;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Become a member of a tier of the catalogue",
            description =
                    "Begins with the tier's trial, or when the first period is paid; the membership and the stream"
                            + " tell what became of it. It is renewed by the same method until it is cancelled.")
    ResponseEntity<Reply> start(@Valid @RequestBody StartForm form, Caller caller) throws Refused {
        Tier tier = payable(form.tier(), caller);
        methods.refuseUnlessTaken(form.method());
        PlanHeld plan = commands.sendAndWait(new AskPlan(caller.accountId()));
        commands.sendAndWait(
                new StartMembership(MembershipId.of(caller.accountId()), tier, form.method(), clock.instant()));
        return ResponseEntity.accepted().location(OWN).body(new Reply(tier.name(), Note.of(plan)));
    }

    @PostMapping("/me/cancel")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "cancelMembership",
            summary = "Let the membership end with what is paid",
            description = "One whose payment is overdue ends at once. Repeating it changes nothing.")
    void cancel(Caller caller) {
        commands.sendAndWait(new CancelMembership(MembershipId.of(caller.accountId()), clock.instant()));
    }

    @PostMapping("/me/resume")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "resumeMembership",
            summary = "Let a cancelled membership that has not ended yet go on after all")
    void resume(Caller caller) {
        commands.sendAndWait(new ResumeMembership(MembershipId.of(caller.accountId()), clock.instant()));
    }

    @PutMapping("/me/tier")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "changeTier",
            summary = "Change the tier now or at the end of the period",
            description = "Now: for the new price less the unused share of this period, and from this moment on. At the"
                    + " end of the period: for the new price, with the next renewal.")
    void change(@Valid @RequestBody TierForm form, Caller caller) throws Refused {
        Tier tier = payable(form.tier(), caller);
        commands.sendAndWait(new ChangeTier(MembershipId.of(caller.accountId()), tier, form.effect(), clock.instant()));
    }

    @PutMapping("/me/method")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "chooseMembershipMethod",
            summary = "Choose by which method the membership is paid from now on",
            description = "What is overdue is asked of it at once.")
    void choose(@Valid @RequestBody MethodForm form, Caller caller) throws Refused {
        methods.refuseUnlessTaken(form.method());
        commands.sendAndWait(new ChooseMethod(MembershipId.of(caller.accountId()), form.method(), clock.instant()));
    }

    private Tier payable(String name, Caller caller) throws Refused {
        Tier tier = catalogue
                .tier(name)
                .orElseThrow(() -> MembershipRefusal.TIER_UNKNOWN.at("tier", "must be a tier of /v1/catalogue"));
        commands.sendAndWait(new ExpectTopUp(caller.walletId(), tier.price()));
        return tier;
    }

    @Schema(name = "MembershipForm", example = """
            {"tier": "daily-15", "method": "test_ok"}""")
    record StartForm(
            @NotBlank @Size(max = 100) String tier,
            @NotBlank @Size(max = 100) String method) {}

    @Schema(name = "TierForm", example = """
            {"tier": "daily-60", "effect": "NOW"}""")
    record TierForm(
            @NotBlank @Size(max = 100) String tier, @NotNull ChangeEffect effect) {}

    @Schema(name = "MembershipMethodForm", example = """
            {"method": "test_ok"}""")
    record MethodForm(@NotBlank @Size(max = 100) String method) {}

    /** {@code note} only where there is something to know beforehand. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MembershipReply", example = """
            {"tier": "daily-15"}""")
    record Reply(String tier, Note note) {}

    /** What the member should know; clients branch on the code, people read the detail. */
    @Schema(name = "MembershipNote")
    record Note(String code, String detail) {
        private static final String BEHIND =
                "Your account is on %s. Calls burn the daily allowance behind what your own plan burns.";

        static Note of(PlanHeld plan) {
            return plan.version() == PlanVersion.MEMBERSHIP
                    ? null
                    : new Note("MEMBERSHIP_OF_ANOTHER_VERSION", BEHIND.formatted(plan.version()));
        }
    }
}
