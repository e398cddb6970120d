package dev.earshot.query.lab.result;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CallId;
import java.time.Instant;

/**
 * A call that would have ended earlier, or never begun.
 *
 * @param position where its request stands in the log
 * @param second its last second; 0 for one that would have been refused
 * @param at when that would have been
 * @param talked how many seconds it really was
 */
public record CutOff(CallId callId, AccountId memberId, long position, long second, Instant at, long talked) {}
