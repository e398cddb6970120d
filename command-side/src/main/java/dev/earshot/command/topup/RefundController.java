package dev.earshot.command.topup;

import dev.earshot.api.id.RefundId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.money.Money;
import dev.earshot.api.topup.RefundReason;
import dev.earshot.api.topup.TopUpCommand.RequestRefund;
import dev.earshot.api.topup.TopUpCommand.RequestRefundOfRest;
import dev.earshot.platform.web.Intent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Clock;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes finance's refunds. */
@RestController
class RefundController {
    private final CommandGateway commands;
    private final Clock clock;

    RefundController(CommandGateway commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PostMapping("/v1/admin/top-ups/{topUpId}/refunds")
    @PreAuthorize("hasAnyRole('FINANCE', 'ADMIN')")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Give a paid top-up back, all that is left of it or a part",
            description = "The member no longer has the money from now on; the provider is asked afterwards, and what"
                    + " became of it is told of the top-up. What was spent already is owed by the member."
                    + " What was bought in an app store is refused as TOP_UP_OF_STORE: give it back in the store's"
                    + " console, and what the store tells of that is followed here.")
    ResponseEntity<Reply> refund(
            @Parameter(example = "top_6pk1u0bscz4w") @PathVariable TopUpId topUpId,
            @Valid @RequestBody Form form,
            Intent intent) {
        RefundId refundId = new RefundId(RefundId.PREFIX + intent.suffix());
        commands.sendAndWait(
                form.amount() == null
                        ? new RequestRefundOfRest(topUpId, refundId, form.reason(), clock.instant())
                        : new RequestRefund(topUpId, refundId, form.amount(), form.reason(), clock.instant()));
        return ResponseEntity.accepted()
                .location(URI.create("/v1/admin/top-ups/" + topUpId))
                .body(new Reply(refundId));
    }

    /**
     * A refund.
     *
     * @param amount all that is left when absent
     */
    @Schema(name = "RefundForm", example = """
            {"amount": {"minor": 500, "currency": "USD"}, "reason": "REQUESTED_BY_MEMBER"}""")
    record Form(Money amount, @NotNull RefundReason reason) {}

    @Schema(name = "RefundReply", example = """
            {"refundId": "rfd_6pk1u0bscz4w"}""")
    record Reply(RefundId refundId) {}
}
