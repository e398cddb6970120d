package dev.earshot.command;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** What the log tells of one aggregate. */
public final class Told {
    private Told() {}

    /** Everything that has happened to it. */
    public static List<Object> of(EventStore log, Object id) {
        Stream<? extends DomainEventMessage<?>> events =
                log.readEvents(id.toString()).asStream();
        return events.<Object>map(DomainEventMessage::getPayload).toList();
    }
}
