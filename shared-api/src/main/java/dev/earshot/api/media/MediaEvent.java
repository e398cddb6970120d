package dev.earshot.api.media;

import dev.earshot.api.id.CallId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** What a media server saw of a call: evidence beside what was billed, and nobody is billed by it. */
public sealed interface MediaEvent {
    CallId callId();

    /**
     * The room of a call was closed. What is told later of the same call replaces it.
     *
     * @param by who ran the room
     * @param from when the two were both there for the first time; {@code until} if they never were
     * @param until when the two were both there for the last time, or else when the room was closed
     * @param milliseconds how long they were both there
     */
    @Revision("1")
    record TalkMeasured(CallId callId, String by, Instant from, Instant until, long milliseconds)
            implements MediaEvent {}
}
