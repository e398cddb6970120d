package dev.earshot.query.explain;

import java.time.Instant;

/** One fact in the story of a charge, and where the log has it. */
record Line(String callId, long position, String eventId, Step step, Instant at, Detail detail) {}
