package dev.earshot.saga.open;

import dev.earshot.api.id.CallId;
import java.time.Instant;

/**
 * A call as its process left it.
 *
 * @param processId the process that follows it
 * @param state what the process knows, as JSON
 * @param dueAt when the process must be woken, or null
 * @param story the correlation id of the request that opened it
 */
record OpenCall(CallId callId, String processId, String state, Instant dueAt, String story) {}
