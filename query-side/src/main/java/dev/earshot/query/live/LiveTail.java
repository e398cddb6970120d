package dev.earshot.query.live;

import dev.earshot.api.call.CallEvent.CallConnected;
import dev.earshot.api.call.CallEvent.CallEnded;
import dev.earshot.api.meter.MeterEvent.SecondsDrawn;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Follows the log's tail on every node and measures how long after a tick its draws are visible here. */
@Component
@ProcessingGroup(LiveTail.GROUP)
public class LiveTail {
    /** The processing group that follows the tail. Its handlers run one after the other, on one thread. */
    public static final String GROUP = "live";

    private final LiveCalls calls;
    private final Clock clock;
    private final Timer lag;
    private final Counter draws;

    LiveTail(LiveCalls calls, Clock clock, MeterRegistry meters) {
        this.calls = calls;
        this.clock = clock;
        this.lag = Timer.builder("earshot.view.lag")
                .tag("view", GROUP)
                .description("From a tick of the meter to its draws being visible on this node")
                .publishPercentileHistogram()
                .register(meters);
        this.draws = Counter.builder("earshot.view.draws")
                .tag("view", GROUP)
                .description("Draws that became visible on this node")
                .register(meters);
    }

    @EventHandler
    void on(SecondsDrawn event) {
        calls.on(event);
        draws.increment(event.draws().size());
        var behind = Duration.between(event.at(), clock.instant());
        lag.record(behind.isNegative() ? Duration.ZERO : behind); // The meter's clock may be ahead of this node's.
    }

    @EventHandler
    void on(CallConnected event) {
        calls.on(event);
    }

    @EventHandler
    void on(CallEnded event) {
        calls.on(event);
    }
}
