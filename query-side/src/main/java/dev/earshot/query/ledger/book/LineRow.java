package dev.earshot.query.ledger.book;

import dev.earshot.query.fold.LogEntry;
import java.time.Instant;

/**
 * @param balance of the account, after this line
 * @param late whether an earlier block has reached a later time
 */
record LineRow(LogEntry where, Instant at, String fact, int account, long amount, long balance, boolean late) {}
