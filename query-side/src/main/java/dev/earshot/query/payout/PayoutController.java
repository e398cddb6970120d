package dev.earshot.query.payout;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.earshot.api.id.PayoutId;
import dev.earshot.api.money.Money;
import dev.earshot.api.payout.PayoutFailure;
import dev.earshot.api.payout.PayoutRefusal;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.web.Caller;
import dev.earshot.query.fold.CatchUp;
import dev.earshot.query.page.Page;
import dev.earshot.query.page.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import java.time.Instant;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Payouts: the caller's own, and everybody's for those who watch over the money. */
@RestController
class PayoutController {
    private final PayoutRows payouts;
    private final CatchUp catchUp;

    PayoutController(PayoutRows payouts, CatchUp catchUp) {
        this.payouts = payouts;
        this.catchUp = catchUp;
    }

    /** The caller's payouts, newest first. */
    @Operation(summary = "List one's payouts, newest first")
    @GetMapping("/v1/payouts")
    @PreAuthorize("hasRole('LISTENER')")
    Page<PayoutReply> payouts(Caller caller, @Valid PageRequest page) throws Refused {
        return payouts.of(caller.listenerId().value(), page, page.before()).map(PayoutReply::of);
    }

    /** How far one payout has come. */
    @Operation(summary = "Tell how far a payout has come")
    @GetMapping("/v1/payouts/{payoutId}")
    @PreAuthorize("hasRole('LISTENER')")
    PayoutReply payout(Caller caller, @PathVariable PayoutId payoutId) throws Refused {
        return catchUp.find(
                        "earnings-view",
                        () -> payouts.find(payoutId.value(), caller.listenerId().value()))
                .map(PayoutReply::of)
                .orElseThrow(() -> PayoutRefusal.PAYOUT_UNKNOWN.of("you have no payout %s", payoutId));
    }

    /** Everybody's payouts, newest first. */
    @GetMapping("/v1/admin/payouts")
    @Operation(operationId = "getAllPayouts", summary = "List everybody's payouts, newest first")
    @PreAuthorize("hasAnyRole('FINANCE', 'ADMIN')")
    Page<PayoutReply> everybodysPayouts(@Valid PageRequest page) throws Refused {
        return payouts.all(page, page.before()).map(PayoutReply::of);
    }

    /**
     * @param reason only of those that failed or came back
     * @param reference the provider's name for it, once it has arrived
     * @param settledAt when it was known how it ended; absent while it is in flight
     */
    @Schema(name = "PayoutState")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PayoutReply(
            String payoutId,
            String listenerId,
            PayoutState.Status status,
            Money amount,
            PayoutFailure reason,
            String reference,
            Instant requestedAt,
            Instant settledAt) {
        static PayoutReply of(PayoutState payout) {
            return new PayoutReply(
                    payout.payoutId,
                    payout.listenerId,
                    payout.status,
                    payout.amount,
                    payout.reason,
                    payout.reference,
                    payout.requestedAt,
                    payout.settledAt);
        }
    }
}
