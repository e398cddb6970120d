package dev.earshot.api.purchase;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.PurchaseId;
import dev.earshot.api.membership.Subscription;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked of a subscription that a store charges and renews. */
public sealed interface StoreSubscriptionCommand {
    @TargetAggregateIdentifier
    PurchaseId purchaseId();

    /**
     * A store has told of it. In whatever order and however often things are told, the same is known in the end. It goes
     * to the account that the store named, if there is one, or waits to be claimed.
     *
     * @param provider who told
     * @param reference the provider's name for the subscription
     */
    record TellStoreSubscription(
            PurchaseId purchaseId, Subscription told, String provider, String reference, Buyer buyer, Instant at)
            implements StoreSubscriptionCommand {}

    /**
     * Somebody has proved to bear this name. Repeating it changes nothing; refused when somebody else was faster, when the
     * subscription is over, and when the buyer has another name.
     *
     * @param name the hash of what the claimant is called
     */
    record ClaimStoreSubscription(PurchaseId purchaseId, AccountId accountId, String name, Instant at)
            implements StoreSubscriptionCommand {}

    /** Nobody has claimed it for so long that what was paid should be given back. Harmless when somebody has. */
    record GiveUpStoreSubscription(PurchaseId purchaseId, Instant at) implements StoreSubscriptionCommand {}
}
