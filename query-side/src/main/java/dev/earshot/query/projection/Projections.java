package dev.earshot.query.projection;

import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.log.head.LogHead;
import dev.earshot.platform.watch.Faults;
import dev.earshot.query.fold.Positions;
import dev.earshot.query.fold.Views;
import java.util.List;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The stored views of this side: where each stands. */
@Component
class Projections {
    private final Positions positions;
    private final Rebuilds rebuilds;
    private final ObjectProvider<EventProcessingConfiguration> processors;
    private final LogHead head;
    private final Faults faults;

    Projections(
            Positions positions,
            Rebuilds rebuilds,
            ObjectProvider<EventProcessingConfiguration> processors,
            LogHead head,
            Faults faults) {
        this.positions = positions;
        this.rebuilds = rebuilds;
        this.processors = processors;
        this.head = head;
        this.faults = faults;
    }

    List<Projection> all() {
        long end = head.position();
        return Views.NAMES.stream().map(name -> of(name, end)).toList();
    }

    Projection named(String name) throws Refused {
        check(name);
        return of(name, head.position());
    }

    /** Begins to build a view from nothing; it goes on by itself. */
    void rebuild(String name) throws Refused {
        if (named(name).isRebuilding() || !rebuilds.begin(name, processor(name))) {
            throw ProjectionRefusal.REBUILD_RUNNING.of("%s is being rebuilt already; wait until it is done", name);
        }
    }

    private Projection of(String name, long end) {
        TrackingToken token = positions.tokens(name).stream().findFirst().orElse(null);
        Projection.Status status = status(name);
        return Projection.of(name, token, end, status, status == Projection.Status.FAILED ? reason(name) : "");
    }

    private Projection.Status status(String name) {
        if (rebuilds.isResetting(name)) {
            return Projection.Status.REBUILDING;
        }
        var processor = processor(name);
        if (rebuilds.hasFailed(name)
                || processor.isError()
                || faults.reasonOf(name).isPresent()) {
            return Projection.Status.FAILED;
        }
        return processor.isRunning() ? Projection.Status.RUNNING : Projection.Status.STOPPED;
    }

    private String reason(String name) {
        return faults.reasonOf(name)
                .orElse(rebuilds.hasFailed(name) ? "It could not be set back, and goes on as it was" : "");
    }

    private StreamingEventProcessor processor(String name) {
        return processors
                .getObject()
                .eventProcessor(name, StreamingEventProcessor.class)
                .orElseThrow(() -> new IllegalStateException("no processor " + name));
    }

    private static void check(String name) throws Refused {
        if (!Views.NAMES.contains(name)) {
            throw ProjectionRefusal.PROJECTION_UNKNOWN.of("there is no projection %s, only %s", name, Views.NAMES);
        }
    }
}
