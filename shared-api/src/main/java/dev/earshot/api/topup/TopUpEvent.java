package dev.earshot.api.topup;

import dev.earshot.api.id.RefundId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Pack;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** What has happened to a top-up. */
public sealed interface TopUpEvent {
    TopUpId topUpId();

    WalletId walletId();

    @Revision("1")
    record TopUpRequested(TopUpId topUpId, WalletId walletId, Money amount, String method, Instant at)
            implements TopUpEvent {}

    @Revision("1")
    record TopUpPaid(TopUpId topUpId, WalletId walletId, Money amount, String reference, Instant at)
            implements TopUpEvent {}

    /** A pack is wanted, and its price is asked of the provider. */
    @Revision("1")
    record PackRequested(TopUpId topUpId, WalletId walletId, Pack pack, String method, Instant at)
            implements TopUpEvent {}

    @Revision("1")
    record PackPaid(TopUpId topUpId, WalletId walletId, Pack pack, String reference, Instant at)
            implements TopUpEvent {}

    /** A membership wants to be paid, and its dues are asked of the provider. */
    @Revision("1")
    record DuesRequested(TopUpId topUpId, WalletId walletId, Dues dues, String method, Instant at)
            implements TopUpEvent {}

    @Revision("1")
    record DuesPaid(TopUpId topUpId, WalletId walletId, Dues dues, String reference, Instant at)
            implements TopUpEvent {}

    /** The provider has said no to dues; their membership decides whether and when they are asked for again. */
    @Revision("1")
    record DuesDeclined(TopUpId topUpId, WalletId walletId, Dues dues, TopUpDecline reason, Instant at)
            implements TopUpEvent {}

    @Revision("1")
    record TopUpDeclined(TopUpId topUpId, WalletId walletId, TopUpDecline reason, Instant at) implements TopUpEvent {}

    /** Another amount came than was asked for. Nothing was credited. */
    @Revision("1")
    record TopUpMismatched(TopUpId topUpId, WalletId walletId, Money asked, Money paid, String reference, Instant at)
            implements TopUpEvent {}

    /**
     * The provider is asked to give this back; the member no longer has it.
     *
     * @param payment the provider's name for the payment
     */
    @Revision("1")
    record RefundRequested(
            TopUpId topUpId,
            WalletId walletId,
            RefundId refundId,
            String payment,
            Money amount,
            RefundReason reason,
            Instant at)
            implements TopUpEvent {}

    @Revision("1")
    record RefundConfirmed(
            TopUpId topUpId, WalletId walletId, RefundId refundId, Money amount, String reference, Instant at)
            implements TopUpEvent {}

    /** The money did not go, or came back. */
    @Revision("1")
    record RefundFailed(
            TopUpId topUpId, WalletId walletId, RefundId refundId, Money amount, RefundFailure reason, Instant at)
            implements TopUpEvent {}

    /** The provider has told how much it has given back so far. */
    @Revision("1")
    record RefundRecorded(TopUpId topUpId, WalletId walletId, Money inAll, Instant at) implements TopUpEvent {}

    /** A refund that was made elsewhere has come back. */
    @Revision("1")
    record RefundReturned(TopUpId topUpId, WalletId walletId, String refund, Money amount, Instant at)
            implements TopUpEvent {}

    @Revision("1")
    record DisputeOpened(TopUpId topUpId, WalletId walletId, String dispute, Money amount, Instant at)
            implements TopUpEvent {}

    @Revision("1")
    record DisputeWon(TopUpId topUpId, WalletId walletId, String dispute, Money amount, Instant at)
            implements TopUpEvent {}

    @Revision("1")
    record DisputeLost(TopUpId topUpId, WalletId walletId, String dispute, Money amount, Instant at)
            implements TopUpEvent {}

    /** What has gone back of paid money is another amount than before. */
    @Revision("1")
    record TopUpReversed(TopUpId topUpId, WalletId walletId, Money paid, Reversal reversal, Instant at)
            implements TopUpEvent {}

    /** What has gone back of a pack's price is another amount than before. */
    @Revision("1")
    record PackReversed(TopUpId topUpId, WalletId walletId, Pack pack, Reversal reversal, Instant at)
            implements TopUpEvent {}

    /** What has gone back of a membership's dues is another amount than before. */
    @Revision("1")
    record DuesReversed(TopUpId topUpId, WalletId walletId, Dues dues, Reversal reversal, Instant at)
            implements TopUpEvent {}

    /**
     * What has gone back of a membership's dues, or how much of that for good, is another amount than before. Whoever
     * follows dues follows this alone.
     *
     * @param lost what disputes have taken for good, never more than the dues
     * @param revision counts the changes of one payment
     */
    @Revision("1")
    record DuesReckoned(
            TopUpId topUpId, WalletId walletId, Dues dues, Reversal reversal, Money lost, long revision, Instant at)
            implements TopUpEvent {}
}
