package dev.earshot.query.ledger.book;

import dev.earshot.query.fold.LogEntry;
import java.time.Instant;

/** @param balance of the account, after this line */
record LineRow(LogEntry where, Instant at, String fact, int account, long amount, long balance) {}
