package dev.earshot.platform.log;

import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * A part of the log, fetched, with nothing read from JSON yet.
 *
 * @param upTo there is nothing else in the log up to this position
 * @param bytes of its payloads
 */
record RawStretch(long upTo, List<TrackedEventMessage<?>> events, long bytes) {}
