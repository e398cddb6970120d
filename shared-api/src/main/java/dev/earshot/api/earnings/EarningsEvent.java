package dev.earshot.api.earnings;

import dev.earshot.api.call.CallFact;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.money.Money;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** What has happened to a listener's earnings. */
public sealed interface EarningsEvent {
    EarningsId earningsId();

    @Revision("1")
    record EarningsCredited(EarningsId earningsId, CallId callId, Money amount, Instant at)
            implements EarningsEvent, CallFact {}
}
