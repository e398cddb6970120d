package dev.earshot.api.earnings;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.ClawbackId;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.id.PenaltyId;
import dev.earshot.api.money.Money;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked of a listener's earnings. */
public sealed interface EarningsCommand {
    @TargetAggregateIdentifier
    EarningsId earningsId();

    /**
     * Credits what one call earned, and the activity bonus that its talk adds to its week. Each call is credited once.
     *
     * @param talkedSeconds how long the call was
     * @param endedAt when it ended; its week is the ISO week of this moment in UTC
     */
    record CreditEarnings(
            EarningsId earningsId, CallId callId, Money amount, long talkedSeconds, Instant endedAt, Instant at)
            implements EarningsCommand {}

    /** Makes available what was credited long enough ago. Repeating it changes nothing. */
    record MatureEarnings(EarningsId earningsId, Instant at) implements EarningsCommand {}

    /** Takes from what is available, which may fall below zero. Repeating it changes nothing, even once it is reversed. */
    record ImposePenalty(
            EarningsId earningsId, PenaltyId penaltyId, Money amount, PenaltyReason reason, AccountId by, Instant at)
            implements EarningsCommand {}

    /** Gives a penalty back. Repeating it changes nothing. */
    record ReversePenalty(EarningsId earningsId, PenaltyId penaltyId, AccountId by, Instant at)
            implements EarningsCommand {}

    /**
     * Takes back what a call had earned, after its payment was lost in a dispute. What is available may fall below zero
     * and is worked off by later calls. Repeating it changes nothing.
     */
    record ClawBackEarnings(EarningsId earningsId, ClawbackId clawbackId, CallId callId, Money amount, Instant at)
            implements EarningsCommand {}

    /**
     * What was clawed back is the listener's after all, by as much: the dispute was won late, or a refund has come back.
     * Repeating it changes nothing.
     */
    record ReturnClawback(EarningsId earningsId, ClawbackId clawbackId, CallId callId, Money amount, Instant at)
            implements EarningsCommand {}

    /**
     * The provider has fetched from the listener's own account what a payment had brought there directly: so much is no
     * longer earned, and no longer paid out. Repeating it changes nothing.
     */
    record TakeBackDirectly(EarningsId earningsId, ClawbackId clawbackId, CallId callId, Money amount, Instant at)
            implements EarningsCommand {}

    /**
     * A member's payment for a call went straight to the listener's own account at the provider: so much need not be paid
     * out any more. It may be told before the call is credited or after. Each payment counts once.
     *
     * @param payment the provider's name for the payment
     * @param amount what of it the listener got
     */
    record SettleByDestination(EarningsId earningsId, CallId callId, String payment, Money amount, Instant at)
            implements EarningsCommand {}

    /** What would be left behind if the person were erased now? Changes nothing, answers {@link dev.earshot.api.person.Remains}. */
    record AskRemains(EarningsId earningsId) implements EarningsCommand {}
}
