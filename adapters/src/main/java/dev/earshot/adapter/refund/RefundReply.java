package dev.earshot.adapter.refund;

import dev.earshot.api.topup.RefundFailure;
import java.time.Duration;

/** What a provider says of a refund. */
public sealed interface RefundReply {
    /**
     * The provider has taken it on.
     *
     * @param reference the provider's name for the refund
     */
    record Given(String reference) implements RefundReply {}

    /** No money goes back, for certain. */
    record NotGiven(RefundFailure why) implements RefundReply {}

    /**
     * Nothing is known: the money may have gone or not. The provider is asked again.
     *
     * @param why for the log
     * @param atLeast how long the provider wants to be left in peace
     */
    record Unknown(String why, Duration atLeast) implements RefundReply {}
}
