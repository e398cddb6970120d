package dev.earshot.query.earnings;

import dev.earshot.api.earnings.Coins;
import java.time.Instant;

/**
 * One line of a listener's statement.
 *
 * @param currency of its amounts
 * @param reference the call, penalty, clawback or payout it is about; empty for what matured
 * @param reason why a supervisor took it; empty for everything else
 * @param amount minor units
 * @param after the coins right after
 */
record EarningsEntry(
        String listenerId,
        String currency,
        long position,
        EntryKind kind,
        String reference,
        String reason,
        long amount,
        Coins after,
        Instant at) {}
