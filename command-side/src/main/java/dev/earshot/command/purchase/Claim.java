package dev.earshot.command.purchase;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.earshot.api.id.MembershipId;
import dev.earshot.api.id.PurchaseId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.pricing.PlanHeld;
import dev.earshot.api.purchase.PurchaseRefusal;
import dev.earshot.api.refusal.RefusalCode;
import dev.earshot.command.purchase.WaitingRows.Match;
import dev.earshot.command.topup.PackNote;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What became of a claim to something that was bought before.
 *
 * @param topUpId what brings it into the wallet, to be followed like any other top-up; absent where it is refused,
 *     and of a subscription
 * @param membershipId of a subscription the membership that it becomes a part of; absent where it is refused
 * @param refusal why it is refused, such as PURCHASE_CLAIMED where another account has it; absent where it is given
 * @param note only where there is something to know of what is given
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PurchaseClaim")
public record Claim(
        PurchaseId purchaseId,
        String product,
        TopUpId topUpId,
        MembershipId membershipId,

        @Schema(type = "string", example = "PURCHASE_CLAIMED")
        RefusalCode refusal,

        PackNote note) {
    static Claim given(Match match, PlanHeld plan) {
        if (match.isSubscription()) {
            return new Claim(match.purchaseId(), match.product(), null, MembershipId.of(match.claimant()), null, null);
        }
        return new Claim(
                match.purchaseId(),
                match.product(),
                TopUpId.of(match.purchaseId()),
                null,
                null,
                PackNote.of(match.version(), plan).orElse(null));
    }

    static Claim refused(Match match, RefusalCode refusal) {
        return new Claim(match.purchaseId(), match.product(), null, null, refusal, null);
    }

    @JsonIgnore
    boolean isGiven() {
        return refusal == null;
    }

    /** Whether it, or what is bought by the same buyer later, comes to the claimant without asking again. */
    @JsonIgnore
    boolean comesLater() {
        return isGiven() || refusal instanceof PurchaseRefusal why && why.mayPass();
    }
}
