package dev.earshot.api.card;

import dev.earshot.api.id.CardPaymentId;
import dev.earshot.api.id.RefundId;
import dev.earshot.api.money.Money;
import dev.earshot.api.topup.RefundFailure;
import dev.earshot.api.topup.RefundReason;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked and told of money that goes back to a card. */
public sealed interface CardReversalCommand {
    @TargetAggregateIdentifier
    CardPaymentId cardPaymentId();

    /**
     * Gives a part of what the card has paid back. Repeating it for the same refund changes nothing. Refused if more has not
     * been captured or has gone back already, and while a dispute is open.
     *
     * @param from who bears it
     */
    record RequestCardRefund(
            CardPaymentId cardPaymentId,
            RefundId refundId,
            Money amount,
            RefundReason reason,
            RefundBearer from,
            Instant at)
            implements CardReversalCommand {}

    /** Gives back all that has not gone back yet. */
    record RequestCardRefundOfRest(
            CardPaymentId cardPaymentId, RefundId refundId, RefundReason reason, RefundBearer from, Instant at)
            implements CardReversalCommand {}

    /**
     * The provider has taken our refund on.
     *
     * @param reference the provider's name for it
     */
    record ConfirmCardRefund(CardPaymentId cardPaymentId, RefundId refundId, String reference, Instant at)
            implements CardReversalCommand {}

    /** Our refund was not made, or has come back. */
    record FailCardRefund(CardPaymentId cardPaymentId, RefundId refundId, RefundFailure reason, Instant at)
            implements CardReversalCommand {}

    /**
     * The provider tells how much it has given back in all, whoever had asked for it.
     *
     * @param at when it was so, by the provider's clock
     */
    record RecordCardRefund(CardPaymentId cardPaymentId, Money inAll, Instant at) implements CardReversalCommand {}

    /**
     * Money that somebody else than we had given back has not arrived, and is here again.
     *
     * @param refund the provider's name for the refund
     */
    record RecordReturnedCardRefund(CardPaymentId cardPaymentId, String refund, Money amount, Instant at)
            implements CardReversalCommand {}

    /**
     * The cardholder's bank has taken this much back until it is decided who is right.
     *
     * @param dispute the provider's name for the dispute, of which one payment may have several
     */
    record OpenCardDispute(CardPaymentId cardPaymentId, String dispute, Money amount, Instant at)
            implements CardReversalCommand {}

    /** The disputed money is ours again. */
    record WinCardDispute(CardPaymentId cardPaymentId, String dispute, Money amount, Instant at)
            implements CardReversalCommand {}

    /** The disputed money is gone for good, unless the dispute is won after all. */
    record LoseCardDispute(CardPaymentId cardPaymentId, String dispute, Money amount, Instant at)
            implements CardReversalCommand {}
}
