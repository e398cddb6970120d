package dev.earshot.api.meter;

import dev.earshot.api.id.CallId;
import dev.earshot.api.pricing.Pocket;

/**
 * How far one call has drawn on its grant; all figures are cumulative over the call, so a later draw replaces an earlier.
 *
 * @param callId the call
 * @param second completed seconds since it was connected
 * @param pocket the pocket burning now
 * @param charged units taken from that pocket for this call so far
 * @param earned what the listener has earned with this call so far, minor units
 */
public record Draw(CallId callId, long second, Pocket pocket, long charged, long earned) {}
