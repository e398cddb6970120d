package dev.earshot.api.meter;

import dev.earshot.api.call.CallFact;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.WalletId;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/** What the meter tells. */
public sealed interface MeterEvent {
    /**
     * One second of every running call of a segment; large segments tell it in parts.
     *
     * @param segment the meter's segment
     * @param at the tick, to the second
     */
    @Revision("1")
    record SecondsDrawn(int segment, Instant at, List<Draw> draws) implements MeterEvent {}

    /** A running call has used most of its grant. Told once for each size of the grant. */
    @Revision("1")
    record GrantRunningLow(CallId callId, WalletId walletId, long grantedSeconds, Instant at)
            implements MeterEvent, CallFact {}
}
