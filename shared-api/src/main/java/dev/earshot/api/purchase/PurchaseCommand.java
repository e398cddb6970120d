package dev.earshot.api.purchase;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.PurchaseId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Pack;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked of a purchase that was made outside. */
public sealed interface PurchaseCommand {
    @TargetAggregateIdentifier
    PurchaseId purchaseId();

    /**
     * A pack was bought and paid. It goes to the account that the provider named, if there is one, or waits to be claimed.
     * Harmless when known; one that waits still goes to an account that the provider names only now.
     *
     * @param pack at the price that was really paid
     * @param provider who took the money
     * @param reference the provider's name for the payment
     * @param paidAt when it was paid, by the provider's clock
     */
    record RecordPack(
            PurchaseId purchaseId,
            Pack pack,
            String provider,
            String reference,
            Buyer buyer,
            Instant paidAt,
            Instant at)
            implements PurchaseCommand {}

    /**
     * Somebody has proved to bear this name. Repeating it changes nothing; refused when somebody else was faster, when the
     * price was given back, and when the buyer has another name.
     *
     * @param name the hash of what the claimant is called
     */
    record ClaimPurchase(PurchaseId purchaseId, AccountId accountId, String name, Instant at)
            implements PurchaseCommand {}

    /**
     * Money went back to the buyer. Believed before the purchase itself is told, for providers tell in any order.
     *
     * @param inAll how much has gone back so far; less than is known already is old news
     */
    record RefundPurchase(PurchaseId purchaseId, Money inAll, Instant at) implements PurchaseCommand {}

    /**
     * The payer's bank disputes the payment, or has decided. In whatever order it is told, the further verdict and the
     * larger amount count. Refused while the purchase itself is unknown, for a payment asked for here may not be known by
     * its name yet.
     *
     * @param dispute the provider's name for the dispute, of which one payment may have several
     */
    record DisputePurchase(PurchaseId purchaseId, String dispute, DisputeVerdict verdict, Money amount, Instant at)
            implements PurchaseCommand {}

    /** Nobody has claimed it for so long that its price should be given back. Harmless when somebody has. */
    record GiveUpPurchase(PurchaseId purchaseId, Instant at) implements PurchaseCommand {}
}
