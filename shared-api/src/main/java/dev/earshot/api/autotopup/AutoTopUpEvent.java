package dev.earshot.api.autotopup;

import dev.earshot.api.id.AutoTopUpId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.money.Money;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** What has happened to an automatic top-up. */
public sealed interface AutoTopUpEvent {
    AutoTopUpId autoTopUpId();

    Instant at();

    @Revision("1")
    record AutoTopUpTurnedOn(AutoTopUpId autoTopUpId, Money threshold, Money amount, String method, Instant at)
            implements AutoTopUpEvent {}

    @Revision("1")
    record AutoTopUpTurnedOff(AutoTopUpId autoTopUpId, Instant at) implements AutoTopUpEvent {}

    /** Ready: the next that happens is the wallet's word that less than {@code threshold} is left. */
    @Revision("1")
    record AutoTopUpArmed(AutoTopUpId autoTopUpId, Money threshold, Instant at) implements AutoTopUpEvent {}

    /** Too little is left, and this payment is to be asked for. Until it is settled there is no other. */
    @Revision("1")
    record AutoTopUpStarted(AutoTopUpId autoTopUpId, TopUpId topUpId, Money amount, String method, Instant at)
            implements AutoTopUpEvent {}

    @Revision("1")
    record AutoTopUpPaid(AutoTopUpId autoTopUpId, TopUpId topUpId, Instant at) implements AutoTopUpEvent {}

    /** No money came; the top-up itself tells why. The same method is not asked again before {@code coolsOffUntil}. */
    @Revision("1")
    record AutoTopUpDeclined(AutoTopUpId autoTopUpId, TopUpId topUpId, Instant coolsOffUntil, Instant at)
            implements AutoTopUpEvent {}

    /** Nothing is asked for before {@code until}. */
    @Revision("1")
    record AutoTopUpPutOff(AutoTopUpId autoTopUpId, PutOffReason reason, Instant until, Instant at)
            implements AutoTopUpEvent {}

    /** Off, and not by the member: they must turn it on again. */
    @Revision("1")
    record AutoTopUpSuspended(AutoTopUpId autoTopUpId, SuspendReason reason, Instant at) implements AutoTopUpEvent {}
}
