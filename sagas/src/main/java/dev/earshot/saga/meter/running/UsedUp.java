package dev.earshot.saga.meter.running;

import dev.earshot.api.id.CallId;
import java.time.Instant;

/**
 * A call has used the last second of its grant.
 *
 * @param at the end of that second
 */
public record UsedUp(CallId callId, Instant at) {}
