package dev.earshot.api.payout;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.id.PayoutId;
import dev.earshot.api.money.Money;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked about paying a listener out. The earnings decide, for they have the coins. */
public sealed interface PayoutCommand {
    @TargetAggregateIdentifier
    EarningsId earningsId();

    /** Where do payouts of these earnings go? Changes nothing, answers {@link PayeeHeld}, whether or not any were earned. */
    record AskPayee(EarningsId earningsId) implements PayoutCommand {}

    /**
     * From now on payouts go to this account, once the provider vouches for it. Repeating it changes nothing.
     *
     * @param account the provider's name for the account
     * @param method how the provider pays into it, in the provider's words
     */
    record OpenPayee(EarningsId earningsId, String account, String method, Instant at) implements PayoutCommand {}

    /** The provider vouches for the account. Harmless for any other account than the present one. */
    record VerifyPayee(EarningsId earningsId, String account, Instant at) implements PayoutCommand {}

    /** The provider does not vouch for the account any more. Harmless for any other account than the present one. */
    record SuspendPayee(EarningsId earningsId, String account, Instant at) implements PayoutCommand {}

    /**
     * The provider tells what it misses. Harmless for any other account than the present one; repeating it changes
     * nothing.
     */
    record TellPayeeNeeds(EarningsId earningsId, String account, List<PayeeNeed> needs, Instant at)
            implements PayoutCommand {}

    /** No payouts until unfrozen. What is on its way arrives. */
    record FreezePayouts(EarningsId earningsId, AccountId by, Instant at) implements PayoutCommand {}

    record UnfreezePayouts(EarningsId earningsId, AccountId by, Instant at) implements PayoutCommand {}

    /** Sends this amount on its way. Repeating it changes nothing, whatever became of it. */
    record RequestPayout(EarningsId earningsId, PayoutId payoutId, Money amount, Instant at) implements PayoutCommand {}

    /** Sends as much as is available and allowed on its way. Repeating it changes nothing, whatever became of it. */
    record RequestFullPayout(EarningsId earningsId, PayoutId payoutId, Instant at) implements PayoutCommand {}

    /** The provider was asked and nothing was heard: the payout stays in flight until an inquiry tells. */
    record LosePayout(EarningsId earningsId, PayoutId payoutId, Instant at) implements PayoutCommand {}

    /**
     * The money has arrived. Harmless when already known, and after a failure, which is the last thing a provider ever
     * tells of a payout.
     *
     * @param reference the provider's name for the payout
     */
    record ConfirmPayout(EarningsId earningsId, PayoutId payoutId, String reference, Instant at)
            implements PayoutCommand {}

    /** The money did not arrive, or has come back. Harmless when already known. */
    record FailPayout(EarningsId earningsId, PayoutId payoutId, PayoutFailure reason, Instant at)
            implements PayoutCommand {}
}
