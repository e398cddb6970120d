package dev.earshot.saga.meter;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.stereotype.Component;

/**
 * Which segments of the group this node handles the facts of, as its processor knows at any moment. One that is being read
 * again from the beginning is none of them until it is through: it still believes in calls that ended long ago.
 */
@Component
class Ownership {
    private final EventProcessingConfiguration processors;

    Ownership(EventProcessingConfiguration processors) {
        this.processors = processors;
    }

    Set<Segment> segments() {
        return processors
                .eventProcessor("meter", StreamingEventProcessor.class)
                .map(StreamingEventProcessor::processingStatus)
                .orElse(Map.of())
                .values()
                .stream()
                .filter(status -> !status.isErrorState() && !status.isReplaying())
                .map(EventTrackerStatus::getSegment)
                .collect(Collectors.toUnmodifiableSet());
    }
}
