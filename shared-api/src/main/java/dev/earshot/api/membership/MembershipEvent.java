package dev.earshot.api.membership;

import dev.earshot.api.id.MembershipId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Tier;
import dev.earshot.api.topup.Reversal;
import dev.earshot.api.topup.TopUpDecline;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** What has happened to a membership. */
public sealed interface MembershipEvent {
    MembershipId membershipId();

    Instant at();

    /**
     * The tier may be tried for nothing until then.
     *
     * @param until when the first period is to be paid
     * @param liveUntil until when the allowance is given at most while that payment is awaited
     */
    @Revision("1")
    record TrialStarted(
            MembershipId membershipId, Tier tier, String method, Instant until, Instant liveUntil, Instant at)
            implements MembershipEvent {}

    /**
     * Dues are to be asked of the payment provider.
     *
     * @param amount what is asked for: the tier's price less credit
     * @param creditLeft what is left of the member's credit when they are paid, minor units
     * @param from when the period that they pay begins; of a first one, when they are paid
     * @param giveUpAt when nobody waits for a renewal any longer
     */
    @Revision("1")
    record DuesAsked(
            MembershipId membershipId,
            TopUpId topUpId,
            DuesPurpose purpose,
            Tier tier,
            Money amount,
            long creditLeft,
            String method,
            Instant from,
            Instant giveUpAt,
            Instant at)
            implements MembershipEvent {}

    /**
     * A period is paid.
     *
     * @param topUpId the dues that paid it
     * @param creditLeft what is left of the member's credit, minor units
     * @param liveUntil until when the allowance is given at most while the next payment is awaited
     */
    @Revision("1")
    record PeriodBegan(
            MembershipId membershipId,
            TopUpId topUpId,
            Tier tier,
            long creditLeft,
            Instant from,
            Instant until,
            Instant liveUntil,
            Instant at)
            implements MembershipEvent {}

    /** A renewal was declined. It is asked for again until the grace is over. */
    @Revision("1")
    record RenewalFailed(
            MembershipId membershipId,
            TopUpId topUpId,
            TopUpDecline reason,
            Instant retryAt,
            Instant graceUntil,
            Instant at)
            implements MembershipEvent {}

    /** The dues of a start or of a change were declined, and everything stays as it was. */
    @Revision("1")
    record DuesMissed(MembershipId membershipId, TopUpId topUpId, DuesPurpose purpose, TopUpDecline reason, Instant at)
            implements MembershipEvent {}

    /** Dues were paid for what is no longer to be had; the money is the member's. */
    @Revision("1")
    record DuesUnused(MembershipId membershipId, TopUpId topUpId, Money paid, Instant at) implements MembershipEvent {}

    /** It will end then and not go on. */
    @Revision("1")
    record MembershipCancelled(MembershipId membershipId, Instant endsAt, Instant at) implements MembershipEvent {}

    /** It will go on after all. */
    @Revision("1")
    record MembershipResumed(MembershipId membershipId, Instant liveUntil, Instant at) implements MembershipEvent {}

    /** The next period will be of this tier. */
    @Revision("1")
    record TierChosen(MembershipId membershipId, Tier tier, Instant at) implements MembershipEvent {}

    @Revision("1")
    record MethodChosen(MembershipId membershipId, String method, Instant at) implements MembershipEvent {}

    @Revision("1")
    record MembershipEnded(MembershipId membershipId, MembershipEnd reason, Instant at) implements MembershipEvent {}

    /** A store has told something new of a subscription; {@code known} is all that is known of it now. */
    @Revision("1")
    record SubscriptionRecorded(MembershipId membershipId, Subscription known, Instant at) implements MembershipEvent {}

    /**
     * What has gone back of dues, or how much of that for good, is another amount than before.
     *
     * @param lost what disputes have taken for good
     */
    @Revision("1")
    record DuesReversalRecorded(
            MembershipId membershipId,
            TopUpId topUpId,
            Money paid,
            Reversal reversal,
            Money lost,
            long revision,
            Instant at)
            implements MembershipEvent {}

    /** The running period's dues have gone back, or earlier ones are disputed: no further day is allowed. */
    @Revision("1")
    record MembershipSuspended(MembershipId membershipId, Instant at) implements MembershipEvent {}

    /**
     * The dues are there again: the rest of the period is allowed.
     *
     * @param liveUntil until when the allowance is given at most
     */
    @Revision("1")
    record MembershipReinstated(MembershipId membershipId, Tier tier, Instant liveUntil, Instant at)
            implements MembershipEvent {}

    /**
     * So much of dues that went back is the member's to bear: of dues that had become their money all of it, of what a
     * dispute took for good the used share of the period.
     *
     * @param paid what the dues came to
     * @param inAll all that is to be borne of them
     * @param revision counts the changes of one payment
     */
    @Revision("1")
    record DuesClaimed(MembershipId membershipId, TopUpId topUpId, Money paid, Money inAll, long revision, Instant at)
            implements MembershipEvent {}
}
