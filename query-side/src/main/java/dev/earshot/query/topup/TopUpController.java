package dev.earshot.query.topup;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.money.Money;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.topup.TopUpDecline;
import dev.earshot.api.topup.TopUpRefusal;
import dev.earshot.platform.payments.NextSteps;
import dev.earshot.platform.web.Caller;
import dev.earshot.query.fold.CatchUp;
import dev.earshot.query.page.Page;
import dev.earshot.query.page.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own top-ups. */
@RestController
@RequestMapping("/v1/wallet/top-ups")
class TopUpController {
    private final TopUpRows topUps;
    private final CatchUp catchUp;
    private final NextSteps nextSteps;

    TopUpController(TopUpRows topUps, CatchUp catchUp, NextSteps nextSteps) {
        this.topUps = topUps;
        this.nextSteps = nextSteps;
        this.catchUp = catchUp;
    }

    /** The caller's top-ups, newest first. */
    @Operation(summary = "List the top-ups, newest first")
    @GetMapping
    Page<TopUpReply> topUps(Caller caller, @Valid PageRequest page) throws Refused {
        return topUps.page(caller.walletId().value(), page, page.before()).map(TopUpReply::of);
    }

    /** How far one top-up has come. */
    @Operation(summary = "Tell how far a top-up has come")
    @GetMapping("/{topUpId}")
    TopUpReply topUp(Caller caller, @PathVariable TopUpId topUpId) throws Refused {
        return catchUp.find(
                        "wallet-view",
                        () -> topUps.find(topUpId.value(), caller.walletId().value()))
                .map(topUp -> TopUpReply.of(topUp).with(nextSteps.of(topUp.topUpId)))
                .orElseThrow(() -> TopUpRefusal.TOP_UP_UNKNOWN.of("you have no top-up %s", topUpId));
    }

    /**
     * A top-up.
     *
     * @param automatic whether it was asked for by the automatic top-up and not by the member
     * @param product what was bought with it, a pack or the tier of a membership; absent from a top-up of money
     * @param reason only of declined ones
     * @param resolvedAt only of those the provider has answered
     * @param refunded how much was given back, what is on its way included; absent where nothing was
     * @param disputed how much the payer's bank has taken back; absent where it has taken nothing
     * @param nextStep only of a single one that waits for its payer: what the provider's client library wants to be given
     */
    @Schema(name = "TopUp")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TopUpReply(
            String topUpId,
            TopUpState.Status status,
            Money amount,
            boolean automatic,
            String product,
            String method,
            TopUpDecline reason,
            Instant requestedAt,
            Instant resolvedAt,
            Money refunded,
            Money disputed,
            Map<String, String> nextStep) {
        static TopUpReply of(TopUpState topUp) {
            return new TopUpReply(
                    topUp.topUpId,
                    topUp.status,
                    topUp.amount,
                    new TopUpId(topUp.topUpId).isAutomatic(),
                    topUp.product,
                    topUp.method,
                    topUp.reason,
                    topUp.requestedAt,
                    topUp.resolvedAt,
                    some(topUp.refunded, topUp),
                    some(topUp.disputed, topUp),
                    null);
        }

        private static Money some(long minor, TopUpState topUp) {
            return minor == 0 ? null : new Money(minor, topUp.amount.currency());
        }

        TopUpReply with(Map<String, String> next) {
            boolean waits = status == TopUpState.Status.REQUESTED && !next.isEmpty();
            return waits
                    ? new TopUpReply(
                            topUpId,
                            status,
                            amount,
                            automatic,
                            product,
                            method,
                            reason,
                            requestedAt,
                            resolvedAt,
                            refunded,
                            disputed,
                            next)
                    : this;
        }
    }
}
