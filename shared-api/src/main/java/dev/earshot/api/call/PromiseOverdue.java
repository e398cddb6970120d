package dev.earshot.api.call;

import dev.earshot.api.id.CallId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** A call may not have moved on in time: whoever promised it looks, and asks again. */
@Revision("1")
public record PromiseOverdue(CallId callId, Instant at) implements CallFact {}
