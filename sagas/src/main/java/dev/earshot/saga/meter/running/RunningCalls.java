package dev.earshot.saga.meter.running;

import dev.earshot.api.id.CallId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The calls of one segment, in memory: those that talk, and those that have a hold and may come to talk. */
final class RunningCalls {
    private final Map<CallId, MeteredCall> calls = new HashMap<>();

    void add(CallId callId, MeteredCall call) {
        calls.put(callId, call);
    }

    /** Applies those of the changes that concern calls of this segment. */
    void apply(Changes changes, Predicate<CallId> ours) {
        changes.gone().forEach(calls::remove);
        changes.placed().forEach((callId, hold) -> {
            if (ours.test(callId)) {
                calls.putIfAbsent(callId, new MeteredCall(callId, hold.walletId(), hold.grant()));
            }
        });
        changes.extended().forEach((callId, grant) -> ifKnown(callId, call -> call.grant(grant)));
        changes.connected().forEach((callId, at) -> ifKnown(callId, call -> call.connected(at)));
    }

    void tell(Tick tick) {
        long now = tick.at().toEpochMilli();
        for (MeteredCall call : calls.values()) {
            call.tell(now, tick);
        }
    }

    void forget() {
        calls.values().forEach(MeteredCall::forget);
    }

    void forgetEnd(CallId callId) {
        ifKnown(callId, MeteredCall::forgetEnd);
    }

    int size() {
        return calls.size();
    }

    private void ifKnown(CallId callId, Consumer<MeteredCall> change) {
        MeteredCall call = calls.get(callId);
        if (call != null) {
            change.accept(call);
        }
    }
}
