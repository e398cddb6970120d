package dev.earshot.adapter.payout;

import dev.earshot.api.payout.PayoutFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a provider says of a payout. */
public sealed interface PayoutReply {
    /**
     * The money has arrived.
     *
     * @param lookAgainAt when to see whether it was sent back; empty once it stays
     */
    record Paid(String reference, Optional<Instant> lookAgainAt) implements PayoutReply {}

    /** The money did not arrive or came back, and is with us again. */
    record Failed(PayoutFailure reason) implements PayoutReply {}

    /**
     * It is on its way.
     *
     * @param reference the provider's name for the payout
     * @param askAgainAt when there may be news; the provider's hook is usually faster
     */
    record Waiting(String reference, Instant askAgainAt) implements PayoutReply {}

    /**
     * Nothing is known: the money may have left or not. The provider is asked again.
     *
     * @param why for the log
     * @param atLeast how long the provider wants to be left in peace
     */
    record Unknown(String why, Duration atLeast) implements PayoutReply {}
}
