package dev.earshot.api.earnings;

import dev.earshot.api.id.CallId;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.money.Money;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked of a listener's earnings. */
public sealed interface EarningsCommand {
    @TargetAggregateIdentifier
    EarningsId earningsId();

    /** Credits what one call earned. Each call is credited once. */
    record CreditEarnings(EarningsId earningsId, CallId callId, Money amount, Instant at) implements EarningsCommand {}
}
