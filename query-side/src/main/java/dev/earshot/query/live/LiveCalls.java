package dev.earshot.query.live;

import dev.earshot.api.call.CallEvent.CallConnected;
import dev.earshot.api.call.CallEvent.CallEnded;
import dev.earshot.api.call.Parties;
import dev.earshot.api.id.CallId;
import dev.earshot.api.meter.Draw;
import dev.earshot.api.meter.MeterEvent.SecondsDrawn;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * How far the running calls have drawn on their grants, as of the last tick. A draw is superseded by the next and all of
 * them by the capture, so none is stored: a node that starts has them back with the next tick.
 *
 * <p>An ended call is kept for a minute with its last second, until every stored view has caught up with its capture.
 */
@Component
public class LiveCalls {
    private static final Duration KEPT_WHEN_OVER = Duration.ofMinutes(1);
    private static final Duration KEPT_WHEN_SILENT = Duration.ofMinutes(10);

    private final Map<CallId, LiveCall> calls = new ConcurrentHashMap<>();
    private final Queue<CallId> strangers = new ConcurrentLinkedQueue<>();
    private final Clock clock;

    LiveCalls(Clock clock) {
        this.clock = clock;
    }

    /** The seconds this call has drawn, 0 when it is not known to run. */
    public long secondsOf(CallId callId) {
        var call = calls.get(callId);
        return call == null ? 0 : call.second;
    }

    /** What the listener has earned with this call by now, minor units; 0 when it is not known to run. */
    public long earnedOf(CallId callId) {
        var call = calls.get(callId);
        return call == null ? 0 : call.earned;
    }

    /** Who takes part in a call that runs, as soon as this node knows. */
    public Optional<Parties> partiesOf(CallId callId) {
        return Optional.ofNullable(calls.get(callId)).map(call -> call.parties);
    }

    void on(CallConnected event) {
        var call = new LiveCall();
        call.parties = event.parties();
        call.heardAt = clock.millis();
        calls.putIfAbsent(event.callId(), call);
    }

    void on(SecondsDrawn event) {
        long now = clock.millis();
        for (Draw draw : event.draws()) {
            var call = calls.get(draw.callId());
            if (call == null) {
                call = new LiveCall();
                calls.put(draw.callId(), call);
                strangers.add(draw.callId());
            }
            call.draw(draw, now);
        }
    }

    void on(CallEnded event) {
        var call = calls.get(event.callId());
        if (call != null) {
            call.end(event.billableSeconds(), clock.millis());
        }
    }

    /** Asks who takes part in calls that had been connected before this node listened; those still unknown wait. */
    void learnParties(Function<List<CallId>, Map<CallId, Parties>> whoTakesPart, int atOnce) {
        int waiting = strangers.size();
        for (int asked = 0; asked < waiting; asked += atOnce) {
            List<CallId> some = takeStrangers(Math.min(atOnce, waiting - asked));
            var known = whoTakesPart.apply(some);
            some.forEach(callId -> introduce(callId, known.get(callId)));
        }
    }

    /** Forgets calls that are long over, and calls that no meter has spoken of for long. */
    void forgetSilent() {
        long now = clock.millis();
        calls.values()
                .removeIf(call -> now - call.heardAt > (call.over ? KEPT_WHEN_OVER : KEPT_WHEN_SILENT).toMillis());
    }

    int size() {
        return calls.size();
    }

    private List<CallId> takeStrangers(int atMost) {
        List<CallId> taken = new ArrayList<>(atMost);
        for (var next = strangers.poll(); next != null; next = taken.size() < atMost ? strangers.poll() : null) {
            taken.add(next);
        }
        return taken;
    }

    private void introduce(CallId callId, Parties parties) {
        var call = calls.get(callId);
        if (call != null && parties != null) {
            call.parties = parties;
        } else if (call != null) {
            strangers.add(callId);
        }
    }
}
