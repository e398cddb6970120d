package dev.earshot.query.earnings;

import java.time.Instant;

/** What one call earned, in minor units; {@code balance} is the listener's total right after. */
record EarningsEntry(String listenerId, long position, String callId, long amount, long balance, Instant at) {}
