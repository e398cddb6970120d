package dev.earshot.command.purchase;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.PurchaseId;
import dev.earshot.api.membership.Subscription;
import dev.earshot.api.purchase.Buyer;
import dev.earshot.api.purchase.PurchaseRefusal;
import dev.earshot.api.purchase.StoreSubscriptionCommand.ClaimStoreSubscription;
import dev.earshot.api.purchase.StoreSubscriptionCommand.GiveUpStoreSubscription;
import dev.earshot.api.purchase.StoreSubscriptionCommand.TellStoreSubscription;
import dev.earshot.api.purchase.StoreSubscriptionEvent.StoreSubscriptionClaimed;
import dev.earshot.api.purchase.StoreSubscriptionEvent.StoreSubscriptionTold;
import dev.earshot.api.purchase.StoreSubscriptionEvent.StoreSubscriptionUnclaimed;
import dev.earshot.api.purchase.StoreSubscriptionEvent.StoreSubscriptionWentOn;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.wallet.WalletRefusal;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * A subscription that a store charges and renews. Whatever the store tells of it comes here, in any order. It goes to the
 * account that the store named, or waits until somebody proves to be its buyer; it is claimed once, with all that is known
 * of it by then, and what is told afterwards goes on to the same account, whoever is named.
 *
 * <p>What is over gives nobody anything and cannot be claimed, until the store tells that it was renewed.
 */
@Aggregate(
        type = "StoreSubscription",
        cache = "storeSubscriptionCache",
        snapshotTriggerDefinition = "storeSubscriptionSnapshots")
@Revision("1")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class StoreSubscription {
    @AggregateIdentifier
    private PurchaseId id;

    private Subscription known;
    private Buyer buyer;
    private AccountId owner; // Absent while it waits.
    private boolean givenUp;

    StoreSubscription() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(TellStoreSubscription command, OpenWallets wallets) {
        Subscription now = known == null ? command.told() : known.merge(command.told());
        if (owner != null) {
            if (!now.equals(known)) {
                apply(new StoreSubscriptionWentOn(id, owner, now, command.at()));
            }
            return;
        }
        Buyer who = buyer == null ? command.buyer() : buyer.with(command.buyer());
        if (!now.equals(known) || !who.equals(buyer)) {
            apply(new StoreSubscriptionTold(
                    command.purchaseId(), now, command.provider(), command.reference(), who, command.at()));
        }
        String named = command.buyer().account();
        if (!named.isEmpty() && wallets.has(new AccountId(named))) {
            give(new AccountId(named), command.at());
        }
    }

    @CommandHandler
    void handle(ClaimStoreSubscription command, OpenWallets wallets) throws Refused {
        if (!buyer.isKnownAs(command.name())) {
            throw PurchaseRefusal.PURCHASE_UNKNOWN.of("no subscription %s of this buyer is known", id);
        }
        if (command.accountId().equals(owner)) {
            return;
        }
        if (owner != null) {
            throw PurchaseRefusal.PURCHASE_CLAIMED.of("another account has claimed this subscription");
        }
        if (!command.at().isBefore(known.liveUntil())) {
            throw PurchaseRefusal.SUBSCRIPTION_EXPIRED.of("this subscription ended before it was claimed");
        }
        if (!wallets.has(command.accountId())) {
            throw WalletRefusal.WALLET_UNKNOWN.of("%s has no wallet", command.accountId());
        }
        give(command.accountId(), command.at());
    }

    @CommandHandler
    void handle(GiveUpStoreSubscription command) {
        if (owner == null && !givenUp) {
            apply(new StoreSubscriptionUnclaimed(id, command.at()));
        }
    }

    private void give(AccountId account, Instant at) {
        apply(new StoreSubscriptionClaimed(id, account, known, at));
    }

    @EventSourcingHandler
    void on(StoreSubscriptionTold event) {
        id = event.purchaseId();
        known = event.known();
        buyer = event.buyer();
    }

    @EventSourcingHandler
    void on(StoreSubscriptionClaimed event) {
        owner = event.accountId();
    }

    @EventSourcingHandler
    void on(StoreSubscriptionWentOn event) {
        known = event.known();
    }

    @EventSourcingHandler
    void on(StoreSubscriptionUnclaimed event) {
        givenUp = true;
    }
}
