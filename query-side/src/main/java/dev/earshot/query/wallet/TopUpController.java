package dev.earshot.query.wallet;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.money.Money;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.topup.TopUpDecline;
import dev.earshot.api.topup.TopUpRefusal;
import dev.earshot.platform.web.Caller;
import dev.earshot.query.fold.CatchUp;
import dev.earshot.query.page.Page;
import dev.earshot.query.page.PageRequest;
import jakarta.validation.Valid;
import java.time.Instant;
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

    TopUpController(TopUpRows topUps, CatchUp catchUp) {
        this.topUps = topUps;
        this.catchUp = catchUp;
    }

    /** The caller's top-ups, newest first. */
    @GetMapping
    Page<TopUpReply> topUps(Caller caller, @Valid PageRequest page) throws Refused {
        return topUps.page(caller.walletId().value(), page, page.before()).map(TopUpReply::of);
    }

    /** How far one top-up has come. */
    @GetMapping("/{topUpId}")
    TopUpReply topUp(Caller caller, @PathVariable TopUpId topUpId) throws Refused {
        return catchUp.find(
                        "wallet-view",
                        () -> topUps.find(topUpId.value(), caller.walletId().value()))
                .map(TopUpReply::of)
                .orElseThrow(() -> TopUpRefusal.TOP_UP_UNKNOWN.of("you have no top-up %s", topUpId));
    }

    /** {@code reason} only of declined ones, {@code resolvedAt} only of those the provider has answered. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TopUpReply(
            String topUpId,
            TopUpState.Status status,
            Money amount,
            String method,
            TopUpDecline reason,
            Instant requestedAt,
            Instant resolvedAt) {
        static TopUpReply of(TopUpState topUp) {
            return new TopUpReply(
                    topUp.topUpId,
                    topUp.status,
                    topUp.amount,
                    topUp.method,
                    topUp.reason,
                    topUp.requestedAt,
                    topUp.resolvedAt);
        }
    }
}
