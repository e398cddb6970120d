package dev.earshot.query.ledger.book;

import dev.earshot.api.card.CardPaymentEvent;
import dev.earshot.api.card.CardReversalEvent;
import dev.earshot.api.earnings.EarningsEvent;
import dev.earshot.api.membership.MembershipEvent;
import dev.earshot.api.payout.PayoutEvent;
import dev.earshot.api.person.PersonEvent;
import dev.earshot.api.purchase.PurchaseEvent;
import dev.earshot.api.purchase.StoreSubscriptionEvent;
import dev.earshot.api.topup.TopUpEvent;
import dev.earshot.api.wallet.WalletEvent;
import dev.earshot.query.fold.Batch;
import dev.earshot.query.fold.LogEntry;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

/** Where is all the money, and how did it get there? Every fact of these families is posted, or posts nothing by name. */
@Component
@ProcessingGroup("ledger-view")
class LedgerView {
    private final BookRows rows;
    private final Batch<Fact> batch;

    LedgerView(BookKeeper keeper, BookRows rows) {
        this.rows = rows;
        this.batch = new Batch<>("ledger_line", keeper::post);
    }

    @EventHandler
    void on(WalletEvent event, LogEntry entry) {
        batch.add(new Fact(event, entry));
    }

    @EventHandler
    void on(TopUpEvent event, LogEntry entry) {
        batch.add(new Fact(event, entry));
    }

    @EventHandler
    void on(PurchaseEvent event, LogEntry entry) {
        batch.add(new Fact(event, entry));
    }

    @EventHandler
    void on(StoreSubscriptionEvent event, LogEntry entry) {
        batch.add(new Fact(event, entry));
    }

    @EventHandler
    void on(CardPaymentEvent event, LogEntry entry) {
        batch.add(new Fact(event, entry));
    }

    @EventHandler
    void on(CardReversalEvent event, LogEntry entry) {
        batch.add(new Fact(event, entry));
    }

    @EventHandler
    void on(MembershipEvent event, LogEntry entry) {
        batch.add(new Fact(event, entry));
    }

    @EventHandler
    void on(EarningsEvent event, LogEntry entry) {
        batch.add(new Fact(event, entry));
    }

    @EventHandler
    void on(PayoutEvent event, LogEntry entry) {
        batch.add(new Fact(event, entry));
    }

    @EventHandler
    void on(PersonEvent event, LogEntry entry) {
        batch.add(new Fact(event, entry));
    }

    @ResetHandler
    void forgetEverything() {
        rows.clear();
    }
}
