package dev.earshot.api.earnings;

import dev.earshot.api.call.CallFact;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.ClawbackId;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.id.PenaltyId;
import dev.earshot.api.money.Money;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** What has happened to a listener's earnings. */
public sealed interface EarningsEvent {
    EarningsId earningsId();

    @Revision("1")
    record EarningsCredited(EarningsId earningsId, CallId callId, Money amount, Instant at)
            implements EarningsEvent, CallFact {}

    /**
     * A credited call counts for the activity of a week.
     *
     * @param week when the week began: Monday, midnight in UTC
     * @param earned what the call was credited with
     */
    @Revision("1")
    record TalkCounted(EarningsId earningsId, CallId callId, Instant week, long seconds, Money earned, Instant at)
            implements EarningsEvent {}

    /**
     * The activity bonus of a week has grown by this amount.
     *
     * @param callId the call that made it grow
     * @param week when the week began: Monday, midnight in UTC
     */
    @Revision("1")
    record BonusCredited(EarningsId earningsId, CallId callId, Instant week, Money amount, Instant at)
            implements EarningsEvent {}

    /** What was credited up to {@code creditedUntil} and not available before is available now. */
    @Revision("1")
    record EarningsMatured(EarningsId earningsId, Money amount, Instant creditedUntil, Instant at)
            implements EarningsEvent {}

    @Revision("1")
    record PenaltyImposed(
            EarningsId earningsId, PenaltyId penaltyId, Money amount, PenaltyReason reason, AccountId by, Instant at)
            implements EarningsEvent {}

    @Revision("1")
    record PenaltyReversed(EarningsId earningsId, PenaltyId penaltyId, Money amount, AccountId by, Instant at)
            implements EarningsEvent {}

    @Revision("1")
    record EarningsClawedBack(EarningsId earningsId, ClawbackId clawbackId, CallId callId, Money amount, Instant at)
            implements EarningsEvent {}

    /** What was clawed back is available again. */
    @Revision("1")
    record ClawbackReturned(EarningsId earningsId, ClawbackId clawbackId, CallId callId, Money amount, Instant at)
            implements EarningsEvent {}

    /** What a payment had brought to the listener's own account was fetched from there: out of what was paid out. */
    @Revision("1")
    record EarningsTakenBackDirectly(
            EarningsId earningsId, ClawbackId clawbackId, CallId callId, Money amount, Instant at)
            implements EarningsEvent {}

    /** A payment for a call brought this to the listener's own account: from what is available to what was paid out. */
    @Revision("1")
    record EarningsSettledDirectly(EarningsId earningsId, CallId callId, String payment, Money amount, Instant at)
            implements EarningsEvent {}

    /**
     * What a call was credited and its listener already has is not held any longer: available now, which is where it was
     * taken from when it was settled directly.
     *
     * @param creditedAt when the call was credited
     */
    @Revision("1")
    record EarningsReleased(EarningsId earningsId, CallId callId, Money amount, Instant creditedAt, Instant at)
            implements EarningsEvent {}
}
