package dev.earshot.api.autotopup;

import dev.earshot.api.id.AutoTopUpId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.money.Money;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked of an automatic top-up. */
public sealed interface AutoTopUpCommand {
    @TargetAggregateIdentifier
    AutoTopUpId autoTopUpId();

    /**
     * Whenever less than {@code threshold} is left, {@code amount} is to be taken by {@code method}. Asked for again with
     * other figures it changes them, for the next payment; with the same ones it changes nothing, unless it was off.
     */
    record TurnOnAutoTopUp(AutoTopUpId autoTopUpId, Money threshold, Money amount, String method, Instant at)
            implements AutoTopUpCommand {}

    /** Nothing more is to be asked for; a payment under way is credited all the same. Repeating it changes nothing. */
    record TurnOffAutoTopUp(AutoTopUpId autoTopUpId, Instant at) implements AutoTopUpCommand {}

    /** The wallet says how little is left. Whoever did not wait for that word, or has enough, does nothing. */
    record MeetLowBalance(AutoTopUpId autoTopUpId, Money left, Instant at) implements AutoTopUpCommand {}

    /** The payment has come and is in the wallet. Harmless when it is not the one waited for. */
    record ConfirmAutoTopUp(AutoTopUpId autoTopUpId, TopUpId topUpId, Instant at) implements AutoTopUpCommand {}

    /** No money came. Harmless when it is not the payment waited for. */
    record DeclineAutoTopUp(AutoTopUpId autoTopUpId, TopUpId topUpId, Instant at) implements AutoTopUpCommand {}

    /** Time has passed: what was put off may go on if its time has come. Repeating it changes nothing. */
    record ResumeAutoTopUp(AutoTopUpId autoTopUpId, Instant at) implements AutoTopUpCommand {}

    /** Nothing more is to be asked for until the member turns it on again. Harmless when it is off, or never was on. */
    record SuspendAutoTopUp(AutoTopUpId autoTopUpId, SuspendReason reason, Instant at) implements AutoTopUpCommand {}

    /** What would be left behind if the person were erased now? Changes nothing, answers {@link dev.earshot.api.person.Remains}. */
    record AskRemains(AutoTopUpId autoTopUpId) implements AutoTopUpCommand {}
}
