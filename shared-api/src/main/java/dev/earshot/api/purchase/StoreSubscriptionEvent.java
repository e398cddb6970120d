package dev.earshot.api.purchase;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.PurchaseId;
import dev.earshot.api.membership.Subscription;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** What has happened to a subscription that a store charges and renews. */
public sealed interface StoreSubscriptionEvent {
    PurchaseId purchaseId();

    /**
     * Something new was told while nobody has it.
     *
     * @param known all that is known of it now
     */
    @Revision("1")
    record StoreSubscriptionTold(
            PurchaseId purchaseId, Subscription known, String provider, String reference, Buyer buyer, Instant at)
            implements StoreSubscriptionEvent {}

    /**
     * It has found its account, once and for all.
     *
     * @param known all that is known of it now
     */
    @Revision("1")
    record StoreSubscriptionClaimed(PurchaseId purchaseId, AccountId accountId, Subscription known, Instant at)
            implements StoreSubscriptionEvent {}

    /**
     * Something new was told after it had found its account.
     *
     * @param known all that is known of it now
     */
    @Revision("1")
    record StoreSubscriptionWentOn(PurchaseId purchaseId, AccountId accountId, Subscription known, Instant at)
            implements StoreSubscriptionEvent {}

    /** Nobody has claimed it in time: what was paid should be given back. While it lasts it can still be claimed. */
    @Revision("1")
    record StoreSubscriptionUnclaimed(PurchaseId purchaseId, Instant at) implements StoreSubscriptionEvent {}
}
