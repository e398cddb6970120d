package dev.earshot.query.reconciliation;

import dev.earshot.api.topup.TopUpEvent.DisputeLost;
import dev.earshot.api.topup.TopUpEvent.DisputeOpened;
import dev.earshot.api.topup.TopUpEvent.DisputeWon;
import dev.earshot.api.topup.TopUpEvent.DuesPaid;
import dev.earshot.api.topup.TopUpEvent.PackPaid;
import dev.earshot.api.topup.TopUpEvent.RefundConfirmed;
import dev.earshot.api.topup.TopUpEvent.RefundFailed;
import dev.earshot.api.topup.TopUpEvent.RefundRecorded;
import dev.earshot.api.topup.TopUpEvent.RefundReturned;
import dev.earshot.api.topup.TopUpEvent.TopUpMismatched;
import dev.earshot.api.topup.TopUpEvent.TopUpPaid;
import dev.earshot.query.fold.LogEntry;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

/** What top-ups, packs and dues moved at providers? */
@Component
@ProcessingGroup(BreakView.GROUP)
class TopUpMovements {
    private final Movements movements;
    private final MovementRows rows;

    TopUpMovements(Movements movements, MovementRows rows) {
        this.movements = movements;
        this.rows = rows;
    }

    @EventHandler
    void on(TopUpPaid event, LogEntry where) {
        movements.paid(event.topUpId(), event.reference(), event.amount(), event.at(), where);
    }

    @EventHandler
    void on(PackPaid event, LogEntry where) {
        movements.paid(event.topUpId(), event.reference(), event.pack().price(), event.at(), where);
    }

    @EventHandler
    void on(DuesPaid event, LogEntry where) {
        movements.paid(event.topUpId(), event.reference(), event.dues().amount(), event.at(), where);
    }

    @EventHandler
    void on(TopUpMismatched event, LogEntry where) {
        movements.paid(
                event.topUpId(), event.reference(), event.paid(), event.at(), where); // Credited to nobody, and here.
    }

    @EventHandler
    void on(RefundConfirmed event, LogEntry where) {
        movements.refunded(event.topUpId(), event.refundId(), event.amount(), event.at(), where);
    }

    @EventHandler
    void on(RefundFailed event, LogEntry where) {
        movements.refundFailed(event.topUpId(), event.refundId(), event.amount(), event.at(), where);
    }

    @EventHandler
    void on(RefundRecorded event, LogEntry where) {
        movements.refundedInAll(event.topUpId(), event.inAll(), event.at(), where);
    }

    @EventHandler
    void on(RefundReturned event, LogEntry where) {
        movements.refundReturned(event.topUpId(), event.refund(), event.amount(), event.at(), where);
    }

    @EventHandler
    void on(DisputeOpened event, LogEntry where) {
        movements.disputed(event.topUpId(), event.dispute(), event.amount(), event.at(), where);
    }

    @EventHandler
    void on(DisputeLost event, LogEntry where) {
        movements.disputed(event.topUpId(), event.dispute(), event.amount(), event.at(), where);
    }

    @EventHandler
    void on(DisputeWon event, LogEntry where) {
        movements.disputeWon(event.topUpId(), event.dispute(), event.amount(), event.at(), where);
    }

    @ResetHandler
    void reset() {
        rows.clear();
    }
}
