package dev.earshot.api.topup;

import dev.earshot.api.id.RefundId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Pack;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked of a top-up. */
public sealed interface TopUpCommand {
    @TargetAggregateIdentifier
    TopUpId topUpId();

    /** Asks the payment provider for this amount. Repeating it changes nothing. */
    record RequestTopUp(TopUpId topUpId, WalletId walletId, Money amount, String method, Instant at)
            implements TopUpCommand {}

    /** Asks the payment provider for the price of this pack. Repeating it changes nothing. */
    record RequestPack(TopUpId topUpId, WalletId walletId, Pack pack, String method, Instant at)
            implements TopUpCommand {}

    /** Asks the payment provider for the dues of a membership. Repeating it changes nothing. */
    record RequestDues(TopUpId topUpId, WalletId walletId, Dues dues, String method, Instant at)
            implements TopUpCommand {}

    /**
     * A pack was paid that nobody had asked for here, such as one bought in an app store. Harmless when known.
     *
     * @param pack at the price that was really paid
     * @param reference the provider's name for the payment
     */
    record RecordPackPaid(TopUpId topUpId, WalletId walletId, Pack pack, String reference, Instant at)
            implements TopUpCommand {}

    /**
     * The provider has the money. Harmless when already known; wins over an earlier decline, for money that came is never
     * lost. Refused when it is another amount than was asked for: nobody is credited what was not paid.
     *
     * @param paid what the provider has
     * @param reference the provider's name for the payment
     */
    record ConfirmTopUp(TopUpId topUpId, Money paid, String reference, Instant at) implements TopUpCommand {}

    /** The provider said no. Harmless when already known; refused by a top-up that is paid. */
    record DeclineTopUp(TopUpId topUpId, TopUpDecline reason, Instant at) implements TopUpCommand {}

    /**
     * Another amount came than was asked for, which somebody must look at. Harmless when already known, and once it is paid
     * as asked.
     *
     * @param paid what the provider has
     */
    record FlagTopUp(TopUpId topUpId, Money paid, String reference, Instant at) implements TopUpCommand {}

    /**
     * Gives so much of a paid top-up back. Repeating it changes nothing. Refused above what has not gone back yet, and while
     * a dispute is open.
     */
    record RequestRefund(TopUpId topUpId, RefundId refundId, Money amount, RefundReason reason, Instant at)
            implements TopUpCommand {}

    /** The same for all that has not gone back yet. */
    record RequestRefundOfRest(TopUpId topUpId, RefundId refundId, RefundReason reason, Instant at)
            implements TopUpCommand {}

    /** The provider has taken our refund on. Harmless when already known. */
    record ConfirmRefund(TopUpId topUpId, RefundId refundId, String reference, Instant at) implements TopUpCommand {}

    /** Our refund did not reach its payee, which may be known weeks later only. Harmless when already known. */
    record FailRefund(TopUpId topUpId, RefundId refundId, RefundFailure reason, Instant at) implements TopUpCommand {}

    /**
     * The provider has given so much back, whoever asked it to. What it told later, by its own clock, counts.
     *
     * @param inAll how much of the payment has gone back so far
     */
    record RecordRefund(TopUpId topUpId, Money inAll, Instant at) implements TopUpCommand {}

    /**
     * Money of a refund that we did not ask for has come back. Harmless when already known.
     *
     * @param refund the provider's name for it
     */
    record RecordReturnedRefund(TopUpId topUpId, String refund, Money amount, Instant at) implements TopUpCommand {}

    /** The payer's bank takes this much back. Harmless when already known, and after the dispute's end. */
    record OpenDispute(TopUpId topUpId, String dispute, Money amount, Instant at) implements TopUpCommand {}

    /** The disputed money is ours again. Believed even after a loss, and before the dispute was heard of. */
    record WinDispute(TopUpId topUpId, String dispute, Money amount, Instant at) implements TopUpCommand {}

    /** The disputed money is gone for good. Harmless after it was won. */
    record LoseDispute(TopUpId topUpId, String dispute, Money amount, Instant at) implements TopUpCommand {}

    /** Asks what is known of it. Changes nothing; the answer is a {@link TopUpStanding}. */
    record AskTopUp(TopUpId topUpId) implements TopUpCommand {}
}
