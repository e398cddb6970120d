package dev.earshot.platform.log.head;

import java.util.Optional;
import java.util.OptionalLong;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Where the log ends at this moment. */
@Component
public class LogHead {
    private final ObjectProvider<EventStore> log;

    LogHead(ObjectProvider<EventStore> log) {
        this.log = log;
    }

    /** The position of the last event that is committed; 0 while there is none. */
    public long position() {
        return Optional.ofNullable(log.getObject().createHeadToken())
                .map(TrackingToken::position)
                .orElse(OptionalLong.empty())
                .orElse(0);
    }
}
