package dev.earshot.query.shadow;

import dev.earshot.api.id.ListenerId;
import dev.earshot.api.pricing.Terms;
import java.time.Instant;

/**
 * A call that was requested while a shadow plan ran.
 *
 * @param position where its request stands in the log
 */
record ShadowCall(String callId, ListenerId listener, Terms terms, Instant requestedAt, long position) {}
