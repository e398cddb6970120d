package dev.earshot.adapter.payments;

import java.util.Optional;

/** Whoever takes the money for top-ups. The one that {@code payments.provider} names is there as a bean. */
public interface TopUpProvider {
    /** Its name, as in {@code payments.provider}. */
    String name();

    /** What can be said at once, without asking anybody outside this process; usually nothing. */
    default Optional<TopUpReply> atOnce(OpenTopUp topUp) {
        return Optional.empty();
    }

    /** Asks for the money, or what has become of it. However often it is asked, the money is taken once. */
    TopUpReply ask(OpenTopUp topUp);
}
