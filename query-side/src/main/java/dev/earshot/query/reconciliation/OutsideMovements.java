package dev.earshot.query.reconciliation;

import dev.earshot.api.payout.PayoutEvent.PayoutPaid;
import dev.earshot.api.payout.PayoutEvent.PayoutReturned;
import dev.earshot.api.purchase.DisputeVerdict;
import dev.earshot.api.purchase.PurchaseEvent.PackBought;
import dev.earshot.api.purchase.PurchaseEvent.PurchaseDisputed;
import dev.earshot.api.purchase.PurchaseEvent.PurchaseRefunded;
import dev.earshot.query.fold.LogEntry;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** What moved at providers of purchases made outside, and of payouts? */
@Component
@ProcessingGroup(BreakView.GROUP)
class OutsideMovements {
    private final Movements movements;

    OutsideMovements(Movements movements) {
        this.movements = movements;
    }

    @EventHandler
    void on(PackBought event, LogEntry where) {
        movements.paid(event.purchaseId(), event.reference(), event.pack().price(), event.paidAt(), where);
    }

    @EventHandler
    void on(PurchaseRefunded event, LogEntry where) {
        movements.refundedInAll(event.purchaseId(), event.inAll(), event.at(), where);
    }

    @EventHandler
    void on(PurchaseDisputed event, LogEntry where) {
        if (event.verdict() == DisputeVerdict.WON) {
            movements.disputeWon(event.purchaseId(), event.dispute(), event.amount(), event.at(), where);
        } else {
            movements.disputed(event.purchaseId(), event.dispute(), event.amount(), event.at(), where);
        }
    }

    @EventHandler
    void on(PayoutPaid event, LogEntry where) {
        movements.paidOut(event.payoutId(), event.reference(), event.amount(), event.at(), where);
    }

    @EventHandler
    void on(PayoutReturned event, LogEntry where) {
        movements.payoutReturned(event.payoutId(), event.amount(), event.at(), where);
    }
}
