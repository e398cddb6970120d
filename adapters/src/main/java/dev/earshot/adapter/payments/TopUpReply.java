package dev.earshot.adapter.payments;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What a provider says of a top-up. */
public sealed interface TopUpReply {
    /** It is decided. */
    record Settled(PaymentEvent event) implements TopUpReply {}

    /**
     * It goes on elsewhere: the member has to do something, or the provider takes its time.
     *
     * @param reference the provider's name for the payment
     * @param nextStep what the member's client has to do, for the provider's client library; may be empty
     * @param askAgainAt when there may be news; the provider's hook is usually faster
     */
    record Waiting(String reference, Map<String, String> nextStep, Instant askAgainAt) implements TopUpReply {}

    /**
     * Nothing is known: the money may have moved or not. The provider is asked again.
     *
     * @param why for the log
     * @param atLeast how long the provider wants to be left in peace
     */
    record Unknown(String why, Duration atLeast) implements TopUpReply {}
}
