package dev.earshot.query.topup;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.money.Money;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.topup.TopUpRefusal;
import dev.earshot.query.fold.CatchUp;
import dev.earshot.query.page.Page;
import dev.earshot.query.page.PageRequest;
import dev.earshot.query.reversal.ReversalLine;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Everybody's top-ups, for those who watch over the money. */
@RestController
@RequestMapping("/v1/admin/top-ups")
@PreAuthorize("hasAnyRole('FINANCE', 'ADMIN')")
class TopUpDesk {
    private final TopUpRows topUps;
    private final CatchUp catchUp;

    TopUpDesk(TopUpRows topUps, CatchUp catchUp) {
        this.topUps = topUps;
        this.catchUp = catchUp;
    }

    /** What somebody should know of: refunds, disputes, and payments of another amount than was asked for. */
    @GetMapping
    @Operation(
            operationId = "getConspicuousTopUps",
            summary = "List the top-ups with refunds, disputes or another amount than was asked for, newest first")
    Page<DeskReply> conspicuous(@Valid PageRequest page) throws Refused {
        return topUps.conspicuous(page, page.before()).map(DeskReply::of);
    }

    /** One top-up with all of its refunds and disputes. */
    @GetMapping("/{topUpId}")
    @Operation(
            operationId = "getAnyTopUp",
            summary = "Tell what became of anybody's top-up, with its refunds and disputes")
    DeskReply topUp(@Parameter(example = "top_6pk1u0bscz4w") @PathVariable TopUpId topUpId) throws Refused {
        return catchUp.find("wallet-view", () -> topUps.find(topUpId.value()))
                .map(DeskReply::of)
                .orElseThrow(() -> TopUpRefusal.TOP_UP_UNKNOWN.of("there is no top-up %s", topUpId));
    }

    /**
     * @param refunded what was given back, what is on its way included
     * @param disputed what disputes that are open or lost have taken
     * @param reversed what has gone back of what was paid
     * @param excess what went beyond that: the platform's loss
     */
    @Schema(name = "TopUpAtDesk")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeskReply(
            String topUpId,
            String walletId,
            TopUpState.Status status,
            Money amount,
            String product,
            String method,
            Instant requestedAt,
            Instant resolvedAt,
            Money refunded,
            Money disputed,
            Money reversed,
            Money excess,
            List<ReversalLine> lines) {
        static DeskReply of(TopUpState topUp) {
            return new DeskReply(
                    topUp.topUpId,
                    topUp.walletId,
                    topUp.status,
                    topUp.amount,
                    topUp.product,
                    topUp.method,
                    topUp.requestedAt,
                    topUp.resolvedAt,
                    of(topUp.refunded, topUp),
                    of(topUp.disputed, topUp),
                    of(topUp.reversed, topUp),
                    of(topUp.refunded + topUp.disputed - topUp.reversed, topUp),
                    topUp.lines);
        }

        private static Money of(long minor, TopUpState topUp) {
            return new Money(minor, topUp.amount.currency());
        }
    }
}
