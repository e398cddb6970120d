package dev.earshot.api.membership;

import dev.earshot.api.id.MembershipId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Tier;
import dev.earshot.api.topup.Reversal;
import dev.earshot.api.topup.TopUpDecline;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked of a membership. */
public sealed interface MembershipCommand {
    @TargetAggregateIdentifier
    MembershipId membershipId();

    /** Does it allow anything at this moment? Changes nothing, answers {@link MembershipHeld}. */
    record AskMembership(MembershipId membershipId, Instant at) implements MembershipCommand {}

    /**
     * Begins a membership: with the trial if the tier has one and the member has had none of its family, else with the
     * first payment. Repeating it changes nothing.
     *
     * @param method how this and every later period is paid
     */
    record StartMembership(MembershipId membershipId, Tier tier, String method, Instant at)
            implements MembershipCommand {}

    /** It is not to go on after what is paid; unpaid or suspended, it ends at once. Repeating it changes nothing. */
    record CancelMembership(MembershipId membershipId, Instant at) implements MembershipCommand {}

    /** It is to go on after all. Repeating it changes nothing. */
    record ResumeMembership(MembershipId membershipId, Instant at) implements MembershipCommand {}

    /** Another tier: now, for its price less what is left of this period, or from the next period on. */
    record ChangeTier(MembershipId membershipId, Tier tier, ChangeEffect effect, Instant at)
            implements MembershipCommand {}

    /** Later periods are paid by this method; what is overdue is asked of it at once. */
    record ChooseMethod(MembershipId membershipId, String method, Instant at) implements MembershipCommand {}

    /** Time has passed: whatever is due by now happens. Repeating it changes nothing. */
    record AdvanceMembership(MembershipId membershipId, Instant at) implements MembershipCommand {}

    /** Dues have been paid. Those that can pay nothing any more are told as such. Repeating it changes nothing. */
    record ReceiveDues(MembershipId membershipId, TopUpId topUpId, Money paid, Instant at)
            implements MembershipCommand {}

    /** Dues will not be paid. Repeating it, or saying it of dues nobody waits for, changes nothing. */
    record MissDues(MembershipId membershipId, TopUpId topUpId, TopUpDecline reason, Instant at)
            implements MembershipCommand {}

    /**
     * So much of paid dues has gone back. Harmless when already known or when a later revision is.
     *
     * @param paid what the dues came to
     * @param lost what of it disputes have taken for good; less than before when one was won after all
     * @param revision counts the changes of one payment
     */
    record ReverseDues(
            MembershipId membershipId,
            TopUpId topUpId,
            Money paid,
            Reversal reversal,
            Money lost,
            long revision,
            Instant at)
            implements MembershipCommand {}

    /**
     * A store has told of a subscription. In whatever order and however often things are told, the same is known in the
     * end.
     */
    record RecordSubscription(MembershipId membershipId, Subscription told, Instant at) implements MembershipCommand {}

    /** What would be left behind if the person were erased now? Changes nothing, answers {@link dev.earshot.api.person.Remains}. */
    record AskRemains(MembershipId membershipId) implements MembershipCommand {}
}
