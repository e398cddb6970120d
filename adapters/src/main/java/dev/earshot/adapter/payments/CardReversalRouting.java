package dev.earshot.adapter.payments;

import dev.earshot.adapter.payments.PaymentEvent.DisputeLost;
import dev.earshot.adapter.payments.PaymentEvent.DisputeWon;
import dev.earshot.adapter.payments.PaymentEvent.Disputed;
import dev.earshot.adapter.payments.PaymentEvent.RefundFailed;
import dev.earshot.adapter.payments.PaymentEvent.Refunded;
import dev.earshot.adapter.refund.OpenRefunds;
import dev.earshot.api.card.CardReversalCommand.FailCardRefund;
import dev.earshot.api.card.CardReversalCommand.LoseCardDispute;
import dev.earshot.api.card.CardReversalCommand.OpenCardDispute;
import dev.earshot.api.card.CardReversalCommand.RecordCardRefund;
import dev.earshot.api.card.CardReversalCommand.RecordReturnedCardRefund;
import dev.earshot.api.card.CardReversalCommand.WinCardDispute;
import dev.earshot.api.id.CardPaymentId;
import dev.earshot.api.topup.RefundFailure;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is told of money that goes back, for the card payment of the call that it was paid for. */
@Component
class CardReversalRouting {
    private final CardPaymentNames names;
    private final OpenRefunds refunds;

    CardReversalRouting(CardPaymentNames names, OpenRefunds refunds) {
        this.names = names;
        this.refunds = refunds;
    }

    /** The command that this event asks for; none if it tells of no money that goes back, or of no card payment. */
    Optional<Object> route(String provider, PaymentEvent event) {
        return isReversal(event)
                ? paymentOf(provider, event).map(payment -> command(provider, payment, event))
                : Optional.empty();
    }

    private static boolean isReversal(PaymentEvent event) {
        return event instanceof Refunded
                || event instanceof RefundFailed
                || event instanceof Disputed
                || event instanceof DisputeWon
                || event instanceof DisputeLost;
    }

    private Optional<CardPaymentId> paymentOf(String provider, PaymentEvent event) {
        String subject = event.about().subject();
        return subject.startsWith(CardPaymentId.PREFIX)
                ? Optional.of(new CardPaymentId(subject))
                : names.find(provider, event.about().payment());
    }

    private Object command(String provider, CardPaymentId payment, PaymentEvent event) {
        var at = event.about().at();
        if (event instanceof Refunded refunded) {
            return new RecordCardRefund(payment, refunded.inAll(), at);
        }
        if (event instanceof RefundFailed failed) {
            return refunds.ours(provider, failed)
                    .<Object>map(refund -> new FailCardRefund(payment, refund, RefundFailure.RETURNED, at))
                    .orElseGet(() -> new RecordReturnedCardRefund(payment, failed.refund(), failed.amount(), at));
        }
        if (event instanceof Disputed opened) {
            return new OpenCardDispute(payment, opened.dispute(), opened.amount(), at);
        }
        if (event instanceof DisputeWon won) {
            return new WinCardDispute(payment, won.dispute(), won.amount(), at);
        }
        var lost = (DisputeLost) event;
        return new LoseCardDispute(payment, lost.dispute(), lost.amount(), at);
    }
}
