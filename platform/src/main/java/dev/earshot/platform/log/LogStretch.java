package dev.earshot.platform.log;

import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * A part of the log, as a processor that is far behind is handed it: as the payload of one message, to be handled in one
 * transaction.
 *
 * @param upTo there is nothing else in the log up to this position that the processor wanted
 * @param events what it wants, in order, with their payloads; may be empty
 * @param begun to be run by whoever begins to handle it, for then the next one may be handed out
 */
public record LogStretch(long upTo, List<TrackedEventMessage<?>> events, Runnable begun) {
    @Override
    public String toString() {
        return "%d events up to position %d".formatted(events.size(), upTo);
    }
}
