package dev.earshot.command.purchase;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.PurchaseId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Pack;
import dev.earshot.api.purchase.Buyer;
import dev.earshot.api.purchase.PurchaseCommand.ClaimPurchase;
import dev.earshot.api.purchase.PurchaseCommand.DisputePurchase;
import dev.earshot.api.purchase.PurchaseCommand.GiveUpPurchase;
import dev.earshot.api.purchase.PurchaseCommand.RecordPack;
import dev.earshot.api.purchase.PurchaseCommand.RefundPurchase;
import dev.earshot.api.purchase.PurchaseEvent.ClaimDisputed;
import dev.earshot.api.purchase.PurchaseEvent.ClaimRefunded;
import dev.earshot.api.purchase.PurchaseEvent.PackBought;
import dev.earshot.api.purchase.PurchaseEvent.PackClaimed;
import dev.earshot.api.purchase.PurchaseEvent.PurchaseDisputed;
import dev.earshot.api.purchase.PurchaseEvent.PurchaseRefunded;
import dev.earshot.api.purchase.PurchaseEvent.PurchaseUnclaimed;
import dev.earshot.api.purchase.PurchaseRefusal;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.wallet.WalletRefusal;
import dev.earshot.command.purchase.Disputes.Dispute;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * A pack that was bought and paid outside. It goes to the account the provider named, or waits until somebody proves to be
 * the buyer; it is claimed once. After long waiting its price should be given back, yet it can be claimed until it was.
 *
 * <p>Providers tell in any order, so a refund may come before the purchase it is of. What went back before the claim
 * shrinks what the claimant gets; what goes back after it is told on, with the account that has the pack.
 *
 * <p>While its payer's bank disputes it nobody can claim it, nor once the bank has its price; won, it can be claimed again.
 * All that is known of disputes goes with it to the top-up that brings it, which decides from then on.
 */
@Aggregate(type = "Purchase", cache = "purchaseCache", snapshotTriggerDefinition = "purchaseSnapshots")
@Revision("1")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class Purchase {
    @AggregateIdentifier
    private PurchaseId id;

    private Pack pack; // Absent while only a refund of it has been told.
    private String reference;
    private Buyer buyer;
    private AccountId owner; // Absent while it waits.
    private Money given; // The price of what the owner got.
    private Price price = Price.WHOLE;
    private Disputes disputes = Disputes.NONE;
    private boolean givenUp;

    Purchase() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordPack command, OpenWallets wallets) {
        if (pack == null) {
            apply(new PackBought(
                    command.purchaseId(),
                    command.pack(),
                    command.provider(),
                    command.reference(),
                    command.buyer(),
                    command.paidAt(),
                    command.at()));
        }
        String named = command.buyer().account();
        if (isClaimable() && !named.isEmpty() && wallets.has(new AccountId(named))) {
            give(new AccountId(named), command.at());
        }
    }

    @CommandHandler
    void handle(ClaimPurchase command, OpenWallets wallets) throws Refused {
        if (pack == null || !buyer.isKnownAs(command.name())) {
            throw PurchaseRefusal.PURCHASE_UNKNOWN.of("no purchase %s of this buyer is known", id);
        }
        if (command.accountId().equals(owner)) {
            return;
        }
        if (owner != null) {
            throw PurchaseRefusal.PURCHASE_CLAIMED.of("another account has claimed this purchase");
        }
        if (!waits()) {
            throw PurchaseRefusal.PURCHASE_REFUNDED.of("the price of this purchase was given back");
        }
        if (!isClaimable()) {
            throw PurchaseRefusal.PURCHASE_DISPUTED.of("the payer's bank disputes this purchase, or has its price");
        }
        if (!wallets.has(command.accountId())) {
            throw WalletRefusal.WALLET_UNKNOWN.of("%s has no wallet", command.accountId());
        }
        give(command.accountId(), command.at());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RefundPurchase command) {
        if (!price.isNews(command.inAll()) || isFree()) {
            return;
        }
        if (owner == null) {
            apply(new PurchaseRefunded(command.purchaseId(), command.inAll(), command.at()));
        } else {
            Money before = pack.price().minus(given);
            apply(new ClaimRefunded(id, owner, command.inAll().minus(before), command.at()));
        }
    }

    @CommandHandler
    void handle(DisputePurchase command) throws Refused {
        if (pack == null) {
            throw PurchaseRefusal.PURCHASE_UNKNOWN.of("no purchase %s is known", id);
        }
        if (!command.amount().currency().equals(pack.price().currency())) {
            throw PurchaseRefusal.PURCHASE_CURRENCY_MISMATCH.of(
                    "%s cost %s; %s of it cannot be disputed", id, pack.price(), command.amount());
        }
        var told = new Dispute(command.verdict(), command.amount());
        if (!disputes.isNews(command.dispute(), told)) {
            return;
        }
        if (owner == null) {
            apply(new PurchaseDisputed(
                    id,
                    command.dispute(),
                    command.verdict(),
                    command.amount(),
                    isClaimable(disputes.with(command.dispute(), told)),
                    command.at()));
        } else {
            apply(new ClaimDisputed(id, owner, command.dispute(), command.verdict(), command.amount(), command.at()));
        }
    }

    @CommandHandler
    void handle(GiveUpPurchase command) {
        if (waits() && !givenUp) {
            apply(new PurchaseUnclaimed(id, command.at()));
        }
    }

    private boolean waits() {
        return pack != null && owner == null && !price.isGone(pack, 0);
    }

    private boolean isClaimable() {
        return isClaimable(disputes);
    }

    private boolean isClaimable(Disputes all) {
        return waits() && !all.isOpen() && !price.isGone(pack, all.lost());
    }

    /** What a store gives for nothing has no price that could go back. */
    private boolean isFree() {
        return pack != null && !pack.price().isPositive();
    }

    private void give(AccountId account, Instant at) {
        Disputes all = disputes;
        apply(new PackClaimed(id, account, price.left(pack), reference, at));
        all.inOrder()
                .forEach((name, dispute) ->
                        apply(new ClaimDisputed(id, account, name, dispute.verdict(), dispute.amount(), at)));
    }

    @EventSourcingHandler
    void on(PackBought event) {
        id = event.purchaseId();
        pack = event.pack();
        reference = event.reference();
        buyer = event.buyer();
    }

    @EventSourcingHandler
    void on(PackClaimed event) {
        owner = event.accountId();
        given = event.pack().price();
    }

    @EventSourcingHandler
    void on(PurchaseRefunded event) {
        id = event.purchaseId();
        price = price.back(event.inAll());
    }

    @EventSourcingHandler
    void on(ClaimRefunded event) {
        price = price.back(event.inAll().plus(pack.price().minus(given)));
    }

    @EventSourcingHandler
    void on(PurchaseDisputed event) {
        disputes = disputes.with(event.dispute(), new Dispute(event.verdict(), event.amount()));
    }

    @EventSourcingHandler
    void on(ClaimDisputed event) {
        disputes = disputes.with(event.dispute(), new Dispute(event.verdict(), event.amount()));
    }

    @EventSourcingHandler
    void on(PurchaseUnclaimed event) {
        givenUp = true;
    }
}
