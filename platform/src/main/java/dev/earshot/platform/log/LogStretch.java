package dev.earshot.platform.log;

import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * A part of the log, read.
 *
 * @param upTo there is nothing else in the log up to this position that the reader wanted
 * @param events in order, with their payloads
 */
record LogStretch(long upTo, List<TrackedEventMessage<?>> events) {}
