package dev.earshot.query.payout;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.earshot.api.payout.PayeeNeed;
import dev.earshot.api.payout.PayoutRefusal;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.web.Caller;
import dev.earshot.query.fold.CatchUp;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The account the caller is paid to. */
@RestController
class PayeeController {
    private final PayeeRows payees;
    private final CatchUp catchUp;

    PayeeController(PayeeRows payees, CatchUp catchUp) {
        this.payees = payees;
        this.catchUp = catchUp;
    }

    /** Whether the caller can be paid. */
    @Operation(summary = "Tell whether one can be paid, and what is missing where one cannot")
    @GetMapping("/v1/me/payout-account")
    @PreAuthorize("hasRole('LISTENER')")
    PayeeReply payoutAccount(Caller caller) throws Refused {
        String listenerId = caller.listenerId().value();
        return catchUp.find("earnings-view", () -> find(listenerId))
                .map(payee -> new PayeeReply(
                        payee.method,
                        payee.verified && !payee.frozen,
                        payee.verified,
                        payee.suspended,
                        payee.frozen,
                        payee.needs))
                .orElseThrow(() -> PayoutRefusal.PAYOUT_ACCOUNT_REQUIRED.of("there is no payout account yet"));
    }

    private Optional<PayeeState> find(String listenerId) {
        return Optional.ofNullable(payees.load(List.of(listenerId)).get(listenerId));
    }

    /**
     * @param method as it was opened; absent before it was
     * @param payable whether the listener can be paid now, and so be called by those who pay by card
     * @param verified whether the provider vouches for it
     * @param suspended whether the provider did and does not any more
     * @param frozen whether nothing is paid out for now
     * @param needs what the provider misses before it vouches
     */
    @Schema(name = "PayoutAccount")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PayeeReply(
            String method,
            boolean payable,
            boolean verified,
            boolean suspended,
            boolean frozen,
            List<PayeeNeed> needs) {}
}
