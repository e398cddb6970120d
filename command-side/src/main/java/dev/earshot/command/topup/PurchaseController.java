package dev.earshot.command.topup;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.earshot.api.account.AccountCommand.AskPlan;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.pricing.Pack;
import dev.earshot.api.pricing.PlanHeld;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.topup.TopUpCommand.RequestPack;
import dev.earshot.api.topup.TopUpRefusal;
import dev.earshot.api.wallet.WalletCommand.ExpectPack;
import dev.earshot.platform.catalogue.Catalogue;
import dev.earshot.platform.web.Caller;
import dev.earshot.platform.web.Intent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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

/** Takes requests to buy what the catalogue offers. */
@RestController
class PurchaseController {
    private final CommandGateway commands;
    private final Catalogue catalogue;
    private final Methods methods;
    private final Clock clock;

    PurchaseController(CommandGateway commands, Catalogue catalogue, Methods methods, Clock clock) {
        this.commands = commands;
        this.catalogue = catalogue;
        this.methods = methods;
        this.clock = clock;
    }

    @PostMapping("/v1/purchases")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Ask for a pack of the catalogue to be paid by a payment method and put into the wallet",
            description = "A purchase is a top-up, and is followed like one. A pack made for another version than the"
                    + " account is on is kept and usable; the reply says how.")
    ResponseEntity<Reply> buy(@Valid @RequestBody Form form, Caller caller, Intent intent) throws Refused {
        Pack pack = catalogue
                .pack(form.product())
                .orElseThrow(() -> TopUpRefusal.PRODUCT_UNKNOWN.at("product", "must be a product of /v1/catalogue"));
        methods.refuseUnlessTaken(form.method());
        commands.sendAndWait(new ExpectPack(caller.walletId(), pack));
        PlanHeld plan = commands.sendAndWait(new AskPlan(caller.accountId()));
        TopUpId topUpId = new TopUpId(TopUpId.PREFIX + intent.suffix());
        commands.sendAndWait(new RequestPack(topUpId, caller.walletId(), pack, form.method(), clock.instant()));
        return ResponseEntity.accepted()
                .location(URI.create("/v1/wallet/top-ups/" + topUpId))
                .body(new Reply(
                        topUpId,
                        pack.version(),
                        PackNote.of(pack.version(), plan).orElse(null)));
    }

    @Schema(name = "PurchaseForm", example = """
            {"product": "tokens-100", "method": "test_ok"}""")
    record Form(
            @NotBlank @Size(max = 100) String product,
            @NotBlank @Size(max = 100) String method) {}

    /** {@code note} only where there is something to know beforehand. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PurchaseReply", example = """
            {"topUpId": "top_6pk1u0bscz4w", "version": "TOKENS"}""")
    record Reply(TopUpId topUpId, PlanVersion version, PackNote note) {}
}
