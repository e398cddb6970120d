package dev.earshot.query.card;

import dev.earshot.api.card.CardPaymentEvent;
import dev.earshot.api.card.CardReversalEvent;
import dev.earshot.query.fold.Fold;
import dev.earshot.query.fold.LogEntry;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

/** What has a card paid for a call, and what of it went back? */
@Component
@ProcessingGroup("wallet-view")
class CardPaymentView {
    private final CardPaymentRows rows;
    private final Fold<CardPaymentState> payments;

    CardPaymentView(CardPaymentRows rows) {
        this.rows = rows;
        this.payments = new Fold<>("card_payment_view", rows, CardPaymentState::new);
    }

    @EventHandler
    void on(CardPaymentEvent event, LogEntry entry) {
        payments.change(event.cardPaymentId().value(), entry, payment -> payment.on(event));
    }

    @EventHandler
    void on(CardReversalEvent event, LogEntry entry) {
        payments.change(event.cardPaymentId().value(), entry, payment -> payment.on(event));
    }

    @ResetHandler
    void reset() {
        rows.clear();
    }
}
