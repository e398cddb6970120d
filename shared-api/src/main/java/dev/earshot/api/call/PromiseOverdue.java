package dev.earshot.api.call;

import dev.earshot.api.id.CallId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** A sweep found a call that should have moved on by itself: whoever promised it asks again. */
@Revision("1")
public record PromiseOverdue(CallId callId, Instant at) {}
