package dev.earshot.app.bench.presence;

import dev.earshot.api.id.PresenceId;
import dev.earshot.api.presence.PresenceEvent.ListenerLapsed;
import dev.earshot.app.bench.measure.Latencies;
import dev.earshot.app.bench.measure.Report;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** Hears of every lapse when it is committed, and compares it with when it was due. */
final class Lapses {
    private final Clock clock;
    private final Duration watchdog;
    private final Map<PresenceId, Long> heard = new ConcurrentHashMap<>();

    Lapses(EventBus events, Clock clock, Duration watchdog) {
        this.clock = clock;
        this.watchdog = watchdog;
        events.subscribe(this::hear);
    }

    int count() {
        return heard.size();
    }

    /** How many lapsed who are among neither of these. */
    long others(Set<Integer> some, Set<Integer> more) {
        Set<PresenceId> others = new HashSet<>(heard.keySet());
        Stream.of(some, more).flatMap(Set::stream).map(LiveListeners::presence).forEach(others::remove);
        return others.size();
    }

    /** Late is what lies between a watchdog's time after the last beat, by number, and the commit of the lapse. */
    void row(String silent, Map<Integer, Long> lastBeats) {
        Latencies lateness = new Latencies();
        lastBeats.forEach((number, lastBeat) -> {
            Long lapsed = heard.get(LiveListeners.presence(number));
            if (lapsed != null) {
                lateness.add(1_000_000 * (lapsed - lastBeat - watchdog.toMillis()));
            }
        });
        Report.row(
                silent,
                lastBeats.size(),
                lastBeats.size() - lateness.count(),
                lateness.millis(0),
                lateness.millis(0.5),
                lateness.millis(0.99),
                lateness.millis(1));
    }

    private void hear(List<? extends EventMessage<?>> events) {
        for (EventMessage<?> event : events) {
            if (event.getPayload() instanceof ListenerLapsed lapse) {
                CurrentUnitOfWork.get().root().afterCommit(committed -> heard.put(lapse.presenceId(), clock.millis()));
            }
        }
    }
}
