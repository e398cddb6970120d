package dev.earshot.platform.log;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/**
 * Nothing is a fact that cannot be written or that nobody could read again: it would stop every view for good, and facts are never
 * taken back. Whoever tells it fails instead, and only they.
 */
final class LastDoor {
    /** What is larger is packed by ourselves, such as ticks, and reading it twice would cost more than it is worth. */
    private static final int READ_AGAIN = 16 << 10;

    private final Serializer serializer;

    LastDoor(Serializer serializer) {
        this.serializer = serializer;
    }

    void refuseUnlessReadable(EventMessage<?> event) {
        SerializedObject<byte[]> written = event.serializePayload(serializer, byte[].class);
        if (written.getData().length > READ_AGAIN) {
            return;
        }
        try {
            serializer.deserialize(written);
        } catch (RuntimeException unreadable) {
            throw new IllegalArgumentException(
                    "a " + event.getPayloadType().getSimpleName() + " could not be read again", unreadable);
        }
    }
}
