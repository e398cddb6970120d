package dev.earshot.api.purchase;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.PurchaseId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Pack;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** What has happened to a purchase that was made outside. */
public sealed interface PurchaseEvent {
    PurchaseId purchaseId();

    /** A pack was bought; {@code pack} has the price that was really paid. */
    @Revision("1")
    record PackBought(
            PurchaseId purchaseId,
            Pack pack,
            String provider,
            String reference,
            Buyer buyer,
            Instant paidAt,
            Instant at)
            implements PurchaseEvent {}

    /**
     * The purchase has found its account, once and for all.
     *
     * @param pack what the account gets: all that was bought, or less where a part of the price had gone back before
     */
    @Revision("1")
    record PackClaimed(PurchaseId purchaseId, AccountId accountId, Pack pack, String reference, Instant at)
            implements PurchaseEvent {}

    /**
     * Money went back before anybody had claimed the purchase; nobody can when it is the whole price.
     *
     * @param inAll how much has gone back so far
     */
    @Revision("1")
    record PurchaseRefunded(PurchaseId purchaseId, Money inAll, Instant at) implements PurchaseEvent {}

    /**
     * Money went back after an account had got the purchase.
     *
     * @param inAll how much of the price of what the account got has gone back so far
     */
    @Revision("1")
    record ClaimRefunded(PurchaseId purchaseId, AccountId accountId, Money inAll, Instant at)
            implements PurchaseEvent {}

    /**
     * A dispute was told before anybody had claimed the purchase.
     *
     * @param claimable whether the purchase can be claimed now, all that is known of it considered
     */
    @Revision("1")
    record PurchaseDisputed(
            PurchaseId purchaseId, String dispute, DisputeVerdict verdict, Money amount, boolean claimable, Instant at)
            implements PurchaseEvent {}

    /** What is known of a dispute of a purchase that an account has got; it is for the top-up that brought it. */
    @Revision("1")
    record ClaimDisputed(
            PurchaseId purchaseId,
            AccountId accountId,
            String dispute,
            DisputeVerdict verdict,
            Money amount,
            Instant at)
            implements PurchaseEvent {}

    /** Nobody has claimed it in time: its price should be given back. It can be claimed until that is done. */
    @Revision("1")
    record PurchaseUnclaimed(PurchaseId purchaseId, Instant at) implements PurchaseEvent {}
}
