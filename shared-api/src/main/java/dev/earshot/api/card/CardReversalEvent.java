package dev.earshot.api.card;

import dev.earshot.api.call.Parties;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.CardPaymentId;
import dev.earshot.api.id.ClawbackId;
import dev.earshot.api.id.RefundId;
import dev.earshot.api.money.Money;
import dev.earshot.api.topup.RefundFailure;
import dev.earshot.api.topup.RefundReason;
import dev.earshot.api.topup.Reversal;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** What has gone back of what a card had paid for a call, and at whose cost. The call itself is long over. */
public sealed interface CardReversalEvent {
    CardPaymentId cardPaymentId();

    CallId callId();

    Parties parties();

    Instant at();

    /**
     * Finance wants so much to go back; the provider is to be asked.
     *
     * @param payment the provider's name for the payment
     * @param from who bears it
     */
    @Revision("1")
    record CardRefundRequested(
            CardPaymentId cardPaymentId,
            CallId callId,
            Parties parties,
            RefundId refundId,
            String payment,
            Money amount,
            RefundReason reason,
            RefundBearer from,
            Instant at)
            implements CardReversalEvent {}

    /** @param reference the provider's name for the refund */
    @Revision("1")
    record CardRefundConfirmed(
            CardPaymentId cardPaymentId,
            CallId callId,
            Parties parties,
            RefundId refundId,
            Money amount,
            String reference,
            Instant at)
            implements CardReversalEvent {}

    @Revision("1")
    record CardRefundFailed(
            CardPaymentId cardPaymentId,
            CallId callId,
            Parties parties,
            RefundId refundId,
            Money amount,
            RefundFailure reason,
            Instant at)
            implements CardReversalEvent {}

    /** The provider tells what has gone back in all. */
    @Revision("1")
    record CardRefundRecorded(CardPaymentId cardPaymentId, CallId callId, Parties parties, Money inAll, Instant at)
            implements CardReversalEvent {}

    /** @param refund the provider's name for a refund that was not ours */
    @Revision("1")
    record CardRefundReturned(
            CardPaymentId cardPaymentId, CallId callId, Parties parties, String refund, Money amount, Instant at)
            implements CardReversalEvent {}

    /** @param dispute the provider's name for the dispute */
    @Revision("1")
    record CardDisputeOpened(
            CardPaymentId cardPaymentId, CallId callId, Parties parties, String dispute, Money amount, Instant at)
            implements CardReversalEvent {}

    @Revision("1")
    record CardDisputeWon(
            CardPaymentId cardPaymentId, CallId callId, Parties parties, String dispute, Money amount, Instant at)
            implements CardReversalEvent {}

    @Revision("1")
    record CardDisputeLost(
            CardPaymentId cardPaymentId, CallId callId, Parties parties, String dispute, Money amount, Instant at)
            implements CardReversalEvent {}

    /**
     * What has gone back of a captured payment has changed.
     *
     * @param captured what the card had paid
     * @param reversal what has gone back of it
     * @param owed what of that the member owes: what disputes that are open or lost have taken, and no refund had given back
     */
    @Revision("1")
    record CardPaymentReversed(
            CardPaymentId cardPaymentId,
            CallId callId,
            Parties parties,
            Money captured,
            Reversal reversal,
            Money owed,
            Instant at)
            implements CardReversalEvent {}

    /** So much more of what the call had brought the listener is lost to a dispute: they have it, and owe it. */
    @Revision("1")
    record ListenerShareLost(
            CardPaymentId cardPaymentId,
            CallId callId,
            Parties parties,
            ClawbackId clawbackId,
            Money amount,
            Instant at)
            implements CardReversalEvent {}

    /** The provider has fetched so much from the listener's own account, for a refund that they bear their share of. */
    @Revision("1")
    record ListenerShareFetched(
            CardPaymentId cardPaymentId,
            CallId callId,
            Parties parties,
            ClawbackId clawbackId,
            Money amount,
            Instant at)
            implements CardReversalEvent {}

    /** So much of what was lost or fetched is the listener's after all. */
    @Revision("1")
    record ListenerShareRestored(
            CardPaymentId cardPaymentId,
            CallId callId,
            Parties parties,
            ClawbackId clawbackId,
            Money amount,
            Instant at)
            implements CardReversalEvent {}
}
