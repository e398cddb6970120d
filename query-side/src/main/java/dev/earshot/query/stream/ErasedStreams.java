package dev.earshot.query.stream;

import dev.earshot.api.person.PersonEvent.AccountErased;
import dev.earshot.platform.log.head.LogWatcher;
import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.stereotype.Component;

/** Whoever is erased hears nothing more, on whichever node they listen. */
@Component
class ErasedStreams implements LogWatcher {
    private final Streams streams;

    ErasedStreams(Streams streams) {
        this.streams = streams;
    }

    @Override
    public void appended(DomainEventMessage<?> event) {
        if (event.getPayloadType() == AccountErased.class) {
            streams.of(((AccountErased) event.getPayload()).accountId()).forEach(Connection::close);
        }
    }
}
