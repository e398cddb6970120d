package dev.earshot.saga.open;

import dev.earshot.api.id.CallId;

/** A call whose process must be woken, with the correlation id of its story. */
record DueCall(CallId callId, String story) {}
