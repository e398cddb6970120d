package dev.earshot.query.earnings;

import dev.earshot.api.earnings.Coins;
import java.time.Instant;

/**
 * One line of a listener's statement.
 *
 * @param reference the call, penalty, clawback or payout it is about; empty for what matured
 * @param amount minor units
 * @param after the coins right after
 */
record EarningsEntry(
        String listenerId, long position, EntryKind kind, String reference, long amount, Coins after, Instant at) {}
