package dev.earshot.app.generate.town;

import dev.earshot.api.call.CallCommand.EndCall;
import dev.earshot.api.call.CallEvent.CallConnected;
import dev.earshot.api.call.CallEvent.CallEnded;
import dev.earshot.api.call.CallEvent.CallRefused;
import dev.earshot.api.call.EndReason;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.meter.MeterEvent.GrantRunningLow;
import dev.earshot.api.wallet.WalletEvent.HoldExtended;
import dev.earshot.api.wallet.WalletEvent.HoldPlaced;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/**
 * What the meter tells of running calls, and when: that a grant runs low, once for each size of it, and that it is used up.
 * The seconds in between are not told: each is superseded by the next, and in the end by the capture.
 */
final class Seconds {
    private static final long SECOND = 1_000;

    private final Town town;
    private final long lowAtSeconds;
    private final Map<CallId, Running> running = new HashMap<>();

    /** A call as the meter knows it. */
    private static final class Running {
        private final WalletId walletId;
        private long granted;
        private long toldLowFor;
        private Instant connectedAt;

        private Running(WalletId walletId) {
            this.walletId = walletId;
        }

        private Instant after(long seconds) {
            return connectedAt.plusSeconds(seconds);
        }
    }

    Seconds(Town town, long lowAtSeconds) {
        this.town = town;
        this.lowAtSeconds = lowAtSeconds;
    }

    void hear(Object fact) {
        if (fact instanceof HoldPlaced placed) {
            Running call = running.computeIfAbsent(placed.callId(), fresh -> new Running(placed.walletId()));
            granted(placed.callId(), call, placed.grant().seconds());
        } else if (fact instanceof HoldExtended extended && running.containsKey(extended.callId())) {
            granted(
                    extended.callId(),
                    running.get(extended.callId()),
                    extended.grant().seconds());
        } else if (fact instanceof CallConnected connected && running.containsKey(connected.callId())) {
            running.get(connected.callId()).connectedAt = connected.at();
            count(connected.callId(), running.get(connected.callId()));
        } else if (fact instanceof CallEnded ended) {
            running.remove(ended.callId());
        } else if (fact instanceof CallRefused refused) {
            running.remove(refused.callId());
        }
    }

    private void granted(CallId id, Running call, long seconds) {
        if (seconds > call.granted) {
            call.granted = seconds;
            count(id, call);
        }
    }

    private void count(CallId id, Running call) {
        if (call.connectedAt == null) {
            return;
        }
        long granted = call.granted;
        town.plan(tick(call.after(granted - lowAtSeconds)), () -> tellLow(id, granted));
        town.plan(tick(call.after(granted)), () -> tellUsedUp(id, granted));
    }

    private void tellLow(CallId id, long granted) {
        Running call = running.get(id);
        if (call != null && call.granted == granted && call.toldLowFor < granted) {
            call.toldLowFor = granted;
            town.publish(
                    new GrantRunningLow(id, call.walletId, granted, town.now().truncatedTo(ChronoUnit.SECONDS)));
        }
    }

    private void tellUsedUp(CallId id, long granted) {
        Running call = running.get(id);
        if (call != null && call.granted == granted) {
            town.ask(new EndCall(id, EndReason.FUNDS_EXHAUSTED, call.after(granted)));
        }
    }

    /** The first tick from then on, or from now on. */
    private Instant tick(Instant due) {
        long millis = Math.max(due.toEpochMilli(), town.now().toEpochMilli());
        return Instant.ofEpochMilli(-Math.floorDiv(-millis, SECOND) * SECOND);
    }
}
