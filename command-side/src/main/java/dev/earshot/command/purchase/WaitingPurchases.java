package dev.earshot.command.purchase;

import dev.earshot.api.purchase.PurchaseEvent.PackBought;
import dev.earshot.api.purchase.PurchaseEvent.PackClaimed;
import dev.earshot.api.purchase.PurchaseEvent.PurchaseDisputed;
import dev.earshot.api.purchase.PurchaseEvent.PurchaseUnclaimed;
import dev.earshot.api.purchase.StoreSubscriptionEvent.StoreSubscriptionClaimed;
import dev.earshot.api.purchase.StoreSubscriptionEvent.StoreSubscriptionTold;
import dev.earshot.api.purchase.StoreSubscriptionEvent.StoreSubscriptionUnclaimed;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Notes which purchases and subscriptions wait, for whom, and until when. */
@Component
@ProcessingGroup("waiting-purchases")
@DisallowReplay
class WaitingPurchases {
    private final WaitingRows rows;
    private final PurchaseSettings settings;

    WaitingPurchases(WaitingRows rows, PurchaseSettings settings) {
        this.rows = rows;
        this.settings = settings;
    }

    @EventHandler
    void on(PackBought event) {
        rows.add(event, event.at().plus(settings.claimWithin()));
    }

    @EventHandler
    void on(PackClaimed event) {
        rows.claimed(event.purchaseId(), event.accountId());
    }

    @EventHandler
    void on(PurchaseDisputed event) {
        rows.disputed(event.purchaseId(), !event.claimable());
    }

    @EventHandler
    void on(PurchaseUnclaimed event) {
        rows.givenUp(event.purchaseId());
    }

    @EventHandler
    void on(StoreSubscriptionTold event) {
        rows.add(event, event.at().plus(settings.claimWithin()));
    }

    @EventHandler
    void on(StoreSubscriptionClaimed event) {
        rows.claimed(event.purchaseId(), event.accountId());
    }

    @EventHandler
    void on(StoreSubscriptionUnclaimed event) {
        rows.givenUp(event.purchaseId());
    }
}
