package dev.earshot.adapter.refund;

import dev.earshot.adapter.payments.CardPaymentNames;
import dev.earshot.api.card.CardReversalEvent.CardRefundConfirmed;
import dev.earshot.api.card.CardReversalEvent.CardRefundFailed;
import dev.earshot.api.card.CardReversalEvent.CardRefundRequested;
import java.time.Clock;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Takes up requested refunds of card payments. No provider is called here: {@link RefundInquiry} asks. */
@Component
@ProcessingGroup("payments")
@DisallowReplay
class CardRefundRequests {
    private static final String NO_METHOD = "";

    private final RefundProvider provider;
    private final CardPaymentNames names;
    private final OpenRefunds open;
    private final Clock clock;

    CardRefundRequests(RefundProvider provider, CardPaymentNames names, OpenRefunds open, Clock clock) {
        this.provider = provider;
        this.names = names;
        this.open = open;
        this.clock = clock;
    }

    /** Whoever has charged the card is asked, also after the house has changed its provider. */
    @EventHandler
    void on(CardRefundRequested event) {
        var refund = new OpenRefund(
                event.refundId(),
                event.cardPaymentId().value(),
                event.payment(),
                NO_METHOD,
                event.amount(),
                event.reason(),
                event.from(),
                clock.instant(),
                0);
        open.add(refund, names.providerOf(event.cardPaymentId()).orElseGet(provider::name));
    }

    @EventHandler
    void on(CardRefundConfirmed event) {
        open.settle(event.refundId(), event.reference());
    }

    @EventHandler
    void on(CardRefundFailed event) {
        open.settle(event.refundId(), "");
    }
}
