package dev.earshot.platform.log;

import java.util.List;
import java.util.function.Predicate;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * A part of the log, fetched. What nobody wants is never read from JSON, and what many want is read once.
 *
 * @param upTo there is nothing else in the log up to this position
 * @param bytes of its payloads
 */
record RawStretch(long upTo, List<Lazy> events, long bytes) {
    /** The events of the types that are wanted. */
    List<TrackedEventMessage<?>> wanted(Predicate<Class<?>> types) {
        return events.stream()
                .filter(event -> types.test(event.type))
                .<TrackedEventMessage<?>>map(Lazy::read)
                .toList();
    }

    /** An event that is read from JSON by the first who wants it. */
    static final class Lazy {
        private final Class<?> type;
        private TrackedEventMessage<?> message;
        private boolean read;

        Lazy(TrackedEventMessage<?> message) {
            this.message = message;
            type = message.getPayloadType();
        }

        private synchronized TrackedEventMessage<?> read() {
            if (!read) {
                message = LogRow.read(message);
                read = true;
            }
            return message;
        }
    }
}
