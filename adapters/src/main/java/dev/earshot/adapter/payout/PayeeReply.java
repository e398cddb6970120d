package dev.earshot.adapter.payout;

import dev.earshot.api.payout.PayeeNeed;
import java.time.Duration;
import java.util.List;

/** What a provider says of an account. */
public sealed interface PayeeReply {
    /** Money can be sent there. */
    record Vouched() implements PayeeReply {}

    /**
     * No money can be sent there, or not yet.
     *
     * @param needs what is missing, each once and in the order of {@link PayeeNeed}
     */
    record Unvouched(List<PayeeNeed> needs) implements PayeeReply {
        public Unvouched {
            needs = needs.stream().distinct().sorted().toList();
        }
    }

    /**
     * Nothing is known. The provider is asked again.
     *
     * @param why for the log
     * @param atLeast how long the provider wants to be left in peace
     */
    record Unknown(String why, Duration atLeast) implements PayeeReply {}
}
