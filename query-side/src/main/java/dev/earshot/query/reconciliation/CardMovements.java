package dev.earshot.query.reconciliation;

import dev.earshot.api.card.CardPaymentEvent.CardAuthorized;
import dev.earshot.api.card.CardPaymentEvent.CardCaptured;
import dev.earshot.api.card.CardReversalEvent.CardDisputeLost;
import dev.earshot.api.card.CardReversalEvent.CardDisputeOpened;
import dev.earshot.api.card.CardReversalEvent.CardDisputeWon;
import dev.earshot.api.card.CardReversalEvent.CardRefundConfirmed;
import dev.earshot.api.card.CardReversalEvent.CardRefundFailed;
import dev.earshot.api.card.CardReversalEvent.CardRefundRecorded;
import dev.earshot.api.card.CardReversalEvent.CardRefundReturned;
import dev.earshot.query.fold.LogEntry;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** What cards moved at providers? */
@Component
@ProcessingGroup(BreakView.GROUP)
class CardMovements {
    private final Movements movements;

    CardMovements(Movements movements) {
        this.movements = movements;
    }

    @EventHandler
    void on(CardAuthorized event, LogEntry where) {
        movements.named(event.cardPaymentId(), event.reference());
    }

    @EventHandler
    void on(CardCaptured event, LogEntry where) {
        movements.captured(event.cardPaymentId(), event.amount(), event.at(), where);
    }

    @EventHandler
    void on(CardRefundConfirmed event, LogEntry where) {
        movements.refunded(event.cardPaymentId(), event.refundId(), event.amount(), event.at(), where);
    }

    @EventHandler
    void on(CardRefundFailed event, LogEntry where) {
        movements.refundFailed(event.cardPaymentId(), event.refundId(), event.amount(), event.at(), where);
    }

    @EventHandler
    void on(CardRefundRecorded event, LogEntry where) {
        movements.refundedInAll(event.cardPaymentId(), event.inAll(), event.at(), where);
    }

    @EventHandler
    void on(CardRefundReturned event, LogEntry where) {
        movements.refundReturned(event.cardPaymentId(), event.refund(), event.amount(), event.at(), where);
    }

    @EventHandler
    void on(CardDisputeOpened event, LogEntry where) {
        movements.disputed(event.cardPaymentId(), event.dispute(), event.amount(), event.at(), where);
    }

    @EventHandler
    void on(CardDisputeLost event, LogEntry where) {
        movements.disputed(event.cardPaymentId(), event.dispute(), event.amount(), event.at(), where);
    }

    @EventHandler
    void on(CardDisputeWon event, LogEntry where) {
        movements.disputeWon(event.cardPaymentId(), event.dispute(), event.amount(), event.at(), where);
    }
}
