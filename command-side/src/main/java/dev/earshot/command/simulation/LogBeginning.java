package dev.earshot.command.simulation;

import dev.earshot.api.refusal.Refused;
import dev.earshot.api.simulation.SimulationRefusal;
import dev.earshot.api.simulation.Window;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** When the log begins: before that there are no calls. Once it is known it never changes. */
@Component
class LogBeginning {
    private static final int PATIENCE_MILLIS = 500;

    private final EventStore log;
    private volatile Instant known;

    LogBeginning(EventStore log) {
        this.log = log;
    }

    /** Refuses a window that was over when the log began; of one that nobody can tell it of, the lab tells in the end. */
    void refuseUnlessAfter(Window window) throws Refused {
        Optional<Instant> begin = moment();
        if (begin.isPresent() && !window.until().isAfter(begin.get())) {
            throw SimulationRefusal.WINDOW_BEFORE_LOG.at(
                    "window.until", "lies before the first event there is; ask for calls after " + begin.get());
        }
    }

    private Optional<Instant> moment() {
        if (known == null) {
            try (BlockingStream<TrackedEventMessage<?>> events = log.openStream(log.createTailToken())) {
                if (events.hasNextAvailable(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                    known = events.nextAvailable().getTimestamp();
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }
        return Optional.ofNullable(known);
    }
}
