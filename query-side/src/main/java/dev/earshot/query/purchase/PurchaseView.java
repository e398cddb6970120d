package dev.earshot.query.purchase;

import dev.earshot.api.id.PurchaseId;
import dev.earshot.api.purchase.PurchaseEvent;
import dev.earshot.api.purchase.PurchaseEvent.ClaimRefunded;
import dev.earshot.api.purchase.PurchaseEvent.PackBought;
import dev.earshot.api.purchase.PurchaseEvent.PackClaimed;
import dev.earshot.api.purchase.PurchaseEvent.PurchaseDisputed;
import dev.earshot.api.purchase.PurchaseEvent.PurchaseRefunded;
import dev.earshot.api.purchase.PurchaseEvent.PurchaseUnclaimed;
import dev.earshot.api.purchase.StoreSubscriptionEvent;
import dev.earshot.api.purchase.StoreSubscriptionEvent.StoreSubscriptionClaimed;
import dev.earshot.api.purchase.StoreSubscriptionEvent.StoreSubscriptionTold;
import dev.earshot.api.purchase.StoreSubscriptionEvent.StoreSubscriptionUnclaimed;
import dev.earshot.api.purchase.StoreSubscriptionEvent.StoreSubscriptionWentOn;
import dev.earshot.query.fold.Fold;
import dev.earshot.query.fold.LogEntry;
import java.util.function.Consumer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

/** What was bought outside, who has it, and whose price should be given back? */
@Component
@ProcessingGroup("purchase-view")
class PurchaseView {
    private final PurchaseRows rows;
    private final Fold<PurchaseState> purchases;

    PurchaseView(PurchaseRows rows) {
        this.rows = rows;
        this.purchases = new Fold<>("purchase_view", rows, PurchaseState::new);
    }

    @EventHandler
    void on(PackBought event, LogEntry entry) {
        change(event, entry, purchase -> purchase.on(event));
    }

    @EventHandler
    void on(PackClaimed event, LogEntry entry) {
        change(event, entry, purchase -> purchase.on(event));
    }

    @EventHandler
    void on(PurchaseRefunded event, LogEntry entry) {
        change(event, entry, purchase -> purchase.on(event));
    }

    @EventHandler
    void on(ClaimRefunded event, LogEntry entry) {
        change(event, entry, purchase -> purchase.on(event));
    }

    @EventHandler
    void on(PurchaseUnclaimed event, LogEntry entry) {
        change(event, entry, purchase -> purchase.on(event));
    }

    @EventHandler
    void on(PurchaseDisputed event, LogEntry entry) {
        change(event, entry, purchase -> purchase.on(event));
    }

    @EventHandler
    void on(StoreSubscriptionTold event, LogEntry entry) {
        change(event, entry, purchase -> purchase.on(event));
    }

    @EventHandler
    void on(StoreSubscriptionClaimed event, LogEntry entry) {
        change(event, entry, purchase -> purchase.on(event));
    }

    @EventHandler
    void on(StoreSubscriptionWentOn event, LogEntry entry) {
        change(event, entry, purchase -> purchase.on(event));
    }

    @EventHandler
    void on(StoreSubscriptionUnclaimed event, LogEntry entry) {
        change(event, entry, purchase -> purchase.on(event));
    }

    @ResetHandler
    void reset() {
        rows.clear();
    }

    private void change(PurchaseEvent event, LogEntry entry, Consumer<PurchaseState> how) {
        change(event.purchaseId(), entry, how);
    }

    private void change(StoreSubscriptionEvent event, LogEntry entry, Consumer<PurchaseState> how) {
        change(event.purchaseId(), entry, how);
    }

    private void change(PurchaseId purchase, LogEntry entry, Consumer<PurchaseState> how) {
        purchases.change(purchase.value(), entry, how);
    }
}
