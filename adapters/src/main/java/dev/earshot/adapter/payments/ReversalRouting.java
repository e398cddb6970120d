package dev.earshot.adapter.payments;

import dev.earshot.adapter.payments.PaymentEvent.DisputeLost;
import dev.earshot.adapter.payments.PaymentEvent.DisputeWon;
import dev.earshot.adapter.payments.PaymentEvent.Disputed;
import dev.earshot.adapter.payments.PaymentEvent.RefundFailed;
import dev.earshot.adapter.payments.PaymentEvent.Refunded;
import dev.earshot.adapter.refund.OpenRefunds;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.topup.RefundFailure;
import dev.earshot.api.topup.TopUpCommand.FailRefund;
import dev.earshot.api.topup.TopUpCommand.LoseDispute;
import dev.earshot.api.topup.TopUpCommand.OpenDispute;
import dev.earshot.api.topup.TopUpCommand.RecordRefund;
import dev.earshot.api.topup.TopUpCommand.RecordReturnedRefund;
import dev.earshot.api.topup.TopUpCommand.WinDispute;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What is told of money that goes back, for the top-up that had brought it. Providers often tell no more than what they
 * call the payment.
 */
@Component
class ReversalRouting {
    private final OpenTopUps topUps;
    private final OpenRefunds refunds;

    ReversalRouting(OpenTopUps topUps, OpenRefunds refunds) {
        this.topUps = topUps;
        this.refunds = refunds;
    }

    /** The command that this event asks for; none if it tells of no money that goes back, or of a payment unknown here. */
    Optional<Object> route(String provider, PaymentEvent event) {
        return isRefund(event) || isDispute(event)
                ? topUpOf(provider, event).map(topUp -> command(provider, topUp, event))
                : Optional.empty();
    }

    private Optional<TopUpId> topUpOf(String provider, PaymentEvent event) {
        String subject = event.about().subject();
        String payment = event.about().payment();
        if (subject.startsWith(TopUpId.PREFIX)) {
            return Optional.of(new TopUpId(subject));
        }
        Optional<TopUpId> asked = topUps.findByPayment(provider, payment);
        // Refunds and disputes of what was bought outside are for the purchase, which may still look for its account.
        boolean returned = asked.isEmpty() && event instanceof RefundFailed;
        return returned ? Optional.of(new PaymentName(provider, payment).topUpId()) : asked;
    }

    private Object command(String provider, TopUpId topUp, PaymentEvent event) {
        var at = event.about().at();
        if (event instanceof Refunded refunded) {
            return new RecordRefund(topUp, refunded.inAll(), at);
        }
        if (event instanceof RefundFailed failed) {
            return refunds.ours(provider, failed)
                    .<Object>map(refund -> new FailRefund(topUp, refund, RefundFailure.RETURNED, at))
                    .orElseGet(() -> new RecordReturnedRefund(topUp, failed.refund(), failed.amount(), at));
        }
        if (event instanceof Disputed opened) {
            return new OpenDispute(topUp, opened.dispute(), opened.amount(), at);
        }
        if (event instanceof DisputeWon won) {
            return new WinDispute(topUp, won.dispute(), won.amount(), at);
        }
        var lost = (DisputeLost) event;
        return new LoseDispute(topUp, lost.dispute(), lost.amount(), at);
    }

    private static boolean isRefund(PaymentEvent event) {
        return event instanceof Refunded || event instanceof RefundFailed;
    }

    private static boolean isDispute(PaymentEvent event) {
        return event instanceof Disputed || event instanceof DisputeWon || event instanceof DisputeLost;
    }
}
