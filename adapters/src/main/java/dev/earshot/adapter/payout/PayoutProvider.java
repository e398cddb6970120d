package dev.earshot.adapter.payout;

import java.util.Optional;

/** Whoever carries money to listeners. The one that {@code payments.provider} names is there as a bean. */
public interface PayoutProvider {
    /** Its name, as in {@code payments.provider}. */
    String name();

    /** What can be said of a payout at once, without asking anybody outside this process; usually nothing. */
    default Optional<PayoutReply> payAtOnce(OpenPayout payout) {
        return Optional.empty();
    }

    /** The same of an account. */
    default Optional<PayeeReply> lookAtOnce(OpenPayee payee) {
        return Optional.empty();
    }

    /** Sends the money, or asks what has become of it. However often it is asked, the money is sent once. */
    PayoutReply pay(OpenPayout payout);

    /** Asks whether the provider vouches for the account. */
    PayeeReply look(OpenPayee payee);
}
