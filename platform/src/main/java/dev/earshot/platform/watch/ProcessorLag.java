package dev.earshot.platform.watch;

import dev.earshot.platform.log.head.LogHead;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/**
 * How far each processor is behind the log: {@code earshot.processor.lag.events}, and
 * {@code earshot.processor.lag.seconds}, the age of the oldest event it has not handled yet, 0 when it has handled all.
 * A processor without a segment on this node tells nothing; whichever node has the segment tells it there.
 */
@Component
class ProcessorLag implements MeterBinder {
    private final EventProcessingConfiguration processing;
    private final EventStore log;
    private final LogHead head;
    private final Clock clock;

    ProcessorLag(EventProcessingConfiguration processing, EventStore log, LogHead head, Clock clock) {
        this.processing = processing;
        this.log = log;
        this.head = head;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        processing.eventProcessors().forEach((name, processor) -> {
            if (processor instanceof StreamingEventProcessor streaming) {
                Gauge.builder("earshot.processor.lag.events", streaming, this::events)
                        .description("Events in the log that this processor has not handled yet")
                        .tag("processor", name)
                        .register(meters);
                Gauge.builder("earshot.processor.lag.seconds", streaming, this::seconds)
                        .description("Age of the oldest event that this processor has not handled yet")
                        .tag("processor", name)
                        .register(meters);
            }
        });
    }

    private double events(StreamingEventProcessor processor) {
        return slowest(processor)
                .map(token ->
                        (double) Math.max(0, head.position() - token.position().orElse(0)))
                .orElse(Double.NaN);
    }

    private double seconds(StreamingEventProcessor processor) {
        return slowest(processor)
                .map(token -> token.position().orElse(0) < head.position() ? ageOfTheNext(token) : 0.0)
                .orElse(Double.NaN);
    }

    private static Optional<TrackingToken> slowest(StreamingEventProcessor processor) {
        return processor.processingStatus().values().stream()
                .map(EventTrackerStatus::getTrackingToken)
                .filter(token -> token != null && token.position().isPresent())
                .min(Comparator.comparingLong(token -> token.position().orElse(0)));
    }

    private double ageOfTheNext(TrackingToken token) {
        try (BlockingStream<TrackedEventMessage<?>> unread = log.openStream(token)) {
            return unread.hasNextAvailable(0, TimeUnit.MILLISECONDS)
                    ? unread.peek().map(this::age).orElse(0.0)
                    : 0.0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Double.NaN;
        }
    }

    private double age(TrackedEventMessage<?> event) {
        return Duration.between(event.getTimestamp(), clock.instant()).toMillis() / 1000.0;
    }
}
