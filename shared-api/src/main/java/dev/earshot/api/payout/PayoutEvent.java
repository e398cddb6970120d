package dev.earshot.api.payout;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.id.PayoutId;
import dev.earshot.api.money.Money;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/** What has happened on the way of money to a listener. */
public sealed interface PayoutEvent {
    EarningsId earningsId();

    @Revision("1")
    record PayeeOpened(EarningsId earningsId, String account, String method, Instant at) implements PayoutEvent {}

    @Revision("1")
    record PayeeVerified(EarningsId earningsId, String account, Instant at) implements PayoutEvent {}

    @Revision("1")
    record PayeeSuspended(EarningsId earningsId, String account, Instant at) implements PayoutEvent {}

    /** This is missing before the provider vouches for the account; nothing where it is not known to miss anything. */
    @Revision("1")
    record PayeeNeedsTold(EarningsId earningsId, String account, List<PayeeNeed> needs, Instant at)
            implements PayoutEvent {}

    @Revision("1")
    record PayoutsFrozen(EarningsId earningsId, AccountId by, Instant at) implements PayoutEvent {}

    @Revision("1")
    record PayoutsUnfrozen(EarningsId earningsId, AccountId by, Instant at) implements PayoutEvent {}

    /** The amount has left what is available, and is to be sent to this account of the provider's. */
    @Revision("1")
    record PayoutRequested(EarningsId earningsId, PayoutId payoutId, Money amount, String account, Instant at)
            implements PayoutEvent {}

    /** Nobody knows what became of it; it stays in flight. */
    @Revision("1")
    record PayoutLost(EarningsId earningsId, PayoutId payoutId, Instant at) implements PayoutEvent {}

    @Revision("1")
    record PayoutPaid(EarningsId earningsId, PayoutId payoutId, Money amount, String reference, Instant at)
            implements PayoutEvent {}

    /** It never arrived; the amount is available again. */
    @Revision("1")
    record PayoutFailed(EarningsId earningsId, PayoutId payoutId, Money amount, PayoutFailure reason, Instant at)
            implements PayoutEvent {}

    /** It had arrived and was sent back; the amount is available again. */
    @Revision("1")
    record PayoutReturned(EarningsId earningsId, PayoutId payoutId, Money amount, PayoutFailure reason, Instant at)
            implements PayoutEvent {}
}
