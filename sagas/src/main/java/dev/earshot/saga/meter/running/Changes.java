package dev.earshot.saga.meter.running;

import dev.earshot.api.id.CallId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.pricing.Grant;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What one batch of facts changes about the calls, folded: of each kind one entry a call. They are to be applied in the
 * order in which they are declared; none of it minds being applied twice.
 */
public final class Changes {
    /** A hold that was placed. */
    record Placed(WalletId walletId, Grant grant) {}

    private final Set<CallId> gone = new HashSet<>();
    private final Map<CallId, Placed> placed = new HashMap<>();
    private final Map<CallId, Grant> extended = new HashMap<>();
    private final Map<CallId, Instant> connected = new HashMap<>();

    /** A hold was placed for a call that may come to talk. */
    public void place(CallId callId, WalletId walletId, Grant grant) {
        placed.put(callId, new Placed(walletId, grant));
    }

    /** More is granted; {@code grant} is all of it. */
    public void extend(CallId callId, Grant grant) {
        extended.put(callId, grant);
    }

    /** The call talks from {@code at} on. */
    public void connect(CallId callId, Instant at) {
        connected.put(callId, at);
    }

    /** The call is over; whatever else this batch told of it no longer matters. */
    public void remove(CallId callId) {
        placed.remove(callId);
        extended.remove(callId);
        connected.remove(callId);
        gone.add(callId);
    }

    boolean concern(Predicate<CallId> calls) {
        return Stream.of(gone, placed.keySet(), extended.keySet(), connected.keySet())
                .flatMap(Set::stream)
                .anyMatch(calls);
    }

    Set<CallId> gone() {
        return gone;
    }

    Map<CallId, Placed> placed() {
        return placed;
    }

    Map<CallId, Grant> extended() {
        return extended;
    }

    Map<CallId, Instant> connected() {
        return connected;
    }
}
