package dev.earshot.adapter.payments;

import dev.earshot.api.money.Money;
import dev.earshot.api.topup.TopUpDecline;
import java.time.Instant;

/** What a payment provider tells us has happened, in the words of the house. */
public sealed interface PaymentEvent {
    About about();

    /**
     * What an event is about. What the provider does not tell is empty, never null.
     *
     * @param payment the provider's name for the payment or the subscription
     * @param subject our own name for what is paid, such as a top-up's id, where we gave the provider one
     * @param customer the provider's name for who pays, or ours where the provider keeps it
     * @param product the provider's name for what is sold
     * @param at when it happened, by the provider's clock
     * @param email what the payer entered at the provider as theirs; whoever proves that it is, may have bought it
     */
    record About(String payment, String subject, String customer, String product, Instant at, String email) {
        public About {
            if (payment.isBlank()) {
                throw new IllegalArgumentException("a payment without a name");
            }
        }

        /** The same where the provider tells no e-mail. */
        public About(String payment, String subject, String customer, String product, Instant at) {
            this(payment, subject, customer, product, at, "");
        }
    }

    /** The money has come; none of it for what a store gives for nothing. */
    record Paid(About about, Money amount) implements PaymentEvent {
        public Paid {
            if (amount.minor() < 0) {
                throw new IllegalArgumentException("a payment of " + amount);
            }
        }
    }

    /** No money will come from this attempt. */
    record Declined(About about, TopUpDecline reason) implements PaymentEvent {}

    /**
     * Money went back.
     *
     * @param inAll how much of the payment has gone back so far, this time included
     */
    record Refunded(About about, Money inAll) implements PaymentEvent {}

    /**
     * Money that was given back has not arrived, and is here again.
     *
     * @param refund the provider's name for the refund
     * @param ours our own id of it, where we had asked for it
     */
    record RefundFailed(About about, String refund, String ours, Money amount) implements PaymentEvent {}

    /**
     * The payer's bank has taken this much back until it is decided who is right.
     *
     * @param dispute the provider's name for the dispute, of which one payment may have several
     */
    record Disputed(About about, String dispute, Money amount) implements PaymentEvent {}

    /** The disputed money is ours again. */
    record DisputeWon(About about, String dispute, Money amount) implements PaymentEvent {}

    /** The disputed money is gone for good. */
    record DisputeLost(About about, String dispute, Money amount) implements PaymentEvent {}

    /** A subscription began, paid until then; a trial costs nothing. */
    record SubscriptionStarted(About about, Money amount, Instant until) implements PaymentEvent {}

    /** A subscription goes on, paid until then. */
    record SubscriptionRenewed(About about, Money amount, Instant until) implements PaymentEvent {}

    /** A subscription will not go on after what is paid. */
    record SubscriptionCancelled(About about, Instant until) implements PaymentEvent {}

    /** A subscription is over. */
    record SubscriptionExpired(About about) implements PaymentEvent {}

    /** Something has changed that we ask the provider about, for what it tells comes late, twice and in any order. */
    sealed interface Hint extends PaymentEvent {}

    /** An account that a listener is paid to has changed; it is named in place of a payment. */
    record PayeeChanged(About about) implements Hint {}

    /**
     * A card, or a call's payment by one, has changed; the subject is our name for it, empty for a card that the provider
     * tells of by its own name only, in place of a payment.
     *
     * @param mayHaveLapsed whether what was authorized may stand no more
     */
    record CardChanged(About about, boolean mayHaveLapsed) implements Hint {}

    /** A payout has changed; its subject is our name for it. */
    record PayoutChanged(About about) implements Hint {}
}
