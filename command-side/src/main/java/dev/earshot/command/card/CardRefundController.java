package dev.earshot.command.card;

import dev.earshot.api.card.CardReversalCommand.RequestCardRefund;
import dev.earshot.api.card.CardReversalCommand.RequestCardRefundOfRest;
import dev.earshot.api.card.RefundBearer;
import dev.earshot.api.id.CardPaymentId;
import dev.earshot.api.id.RefundId;
import dev.earshot.api.money.Money;
import dev.earshot.api.topup.RefundReason;
import dev.earshot.platform.web.Intent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes finance's refunds of calls that were paid by card. */
@RestController
class CardRefundController {
    private final CommandGateway commands;
    private final Clock clock;

    CardRefundController(CommandGateway commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PostMapping("/v1/admin/card-payments/{cardPaymentId}/refunds")
    @PreAuthorize("hasAnyRole('FINANCE', 'ADMIN')")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "refundCardPayment",
            summary = "Give back what a card has paid for a call, all that is left of it or a part",
            description = "The provider is asked afterwards, and what became of it is told of the payment. The platform"
                    + " bears it, unless it is asked to be taken from the listener: then each gives back what the call had"
                    + " brought them.")
    ResponseEntity<Reply> refund(
            @Parameter(example = "cpay_6pk1u0bscz4wn001") @PathVariable CardPaymentId cardPaymentId,
            @Valid @RequestBody Form form,
            Intent intent) {
        RefundId refundId = new RefundId(RefundId.PREFIX + intent.suffix());
        RefundBearer from = Objects.requireNonNullElse(form.from(), RefundBearer.PLATFORM);
        var now = clock.instant();
        commands.sendAndWait(
                form.amount() == null
                        ? new RequestCardRefundOfRest(cardPaymentId, refundId, form.reason(), from, now)
                        : new RequestCardRefund(cardPaymentId, refundId, form.amount(), form.reason(), from, now));
        return ResponseEntity.accepted()
                .location(URI.create("/v1/admin/card-payments/" + cardPaymentId))
                .body(new Reply(refundId));
    }

    /**
     * A refund.
     *
     * @param amount all that is left when absent
     * @param from who bears it; the platform when absent
     */
    @Schema(name = "CardRefundForm", example = """
            {"amount": {"minor": 500, "currency": "USD"}, "reason": "REQUESTED_BY_MEMBER", "from": "PLATFORM"}""")
    record Form(Money amount, @NotNull RefundReason reason, RefundBearer from) {}

    @Schema(name = "CardRefundReply", example = """
            {"refundId": "rfd_6pk1u0bscz4w"}""")
    record Reply(RefundId refundId) {}
}
