package dev.earshot.query.fold;

/**
 * Where an event stands in the log. Declare it as a parameter of an event handler to receive it.
 *
 * @param position the place in the log; grows with every event
 * @param eventId the event's own id
 */
public record LogEntry(long position, String eventId) {}
