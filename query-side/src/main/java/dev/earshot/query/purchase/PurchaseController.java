package dev.earshot.query.purchase;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.earshot.api.money.Money;
import dev.earshot.api.refusal.Refused;
import dev.earshot.query.page.Page;
import dev.earshot.query.page.PageRequest;
import dev.earshot.query.purchase.PurchaseState.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was bought outside, for those who look after the money. */
@RestController
class PurchaseController {
    private static final Set<Status> OPEN = EnumSet.of(Status.WAITING, Status.UNCLAIMED, Status.DISPUTED);

    private final PurchaseRows purchases;

    PurchaseController(PurchaseRows purchases) {
        this.purchases = purchases;
    }

    @GetMapping("/v1/admin/pending-purchases")
    @PreAuthorize("hasAnyRole('ADMIN', 'FINANCE')")
    @Operation(
            summary = "List what was bought outside, the latest told first",
            description =
                    "Without a status those that wait for their account. UNCLAIMED are those whose price should be"
                            + " given back, at the provider that took it; they can be claimed until it tells that this was done."
                            + " DISPUTED are those that a bank has taken the price of, or may.")
    Page<PurchaseReply> purchases(@RequestParam Optional<Status> status, @Valid PageRequest page) throws Refused {
        Set<Status> asked = status.<Set<Status>>map(EnumSet::of).orElse(OPEN);
        return purchases.page(asked, page, page.before()).map(PurchaseReply::of);
    }

    /**
     * A purchase made outside.
     *
     * @param product what it is called in the catalogue: a pack, or a tier of membership where it is a subscription
     * @param units what is in a pack; absent from a subscription
     * @param price what was really paid for a pack; absent from a subscription, whose payments the provider lists
     * @param reference the provider's name for the payment
     * @param refunded how much of the price has gone back; absent while nothing has
     * @param accountId who has it; absent while it waits
     * @param unclaimedSince since when its price should be given back
     * @param lastsUntil until when a subscription is paid
     */
    @Schema(name = "PendingPurchase")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PurchaseReply(
            String purchaseId,
            Status status,
            String product,
            Long units,
            Money price,
            String provider,
            String reference,
            Money refunded,
            String accountId,
            Instant paidAt,
            Instant claimedAt,
            Instant unclaimedSince,
            Instant lastsUntil) {
        static PurchaseReply of(PurchaseState purchase) {
            return new PurchaseReply(
                    purchase.purchaseId,
                    purchase.status,
                    purchase.product,
                    purchase.units,
                    purchase.price,
                    purchase.provider,
                    purchase.reference,
                    purchase.refunded,
                    purchase.accountId,
                    purchase.paidAt,
                    purchase.claimedAt,
                    purchase.unclaimedSince,
                    purchase.lastsUntil);
        }
    }
}
