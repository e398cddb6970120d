package dev.earshot.query.ledger.book;

import dev.earshot.query.fold.LogEntry;
import dev.earshot.query.ledger.entry.Entry;

/** An entry and the place of its fact in the log. */
record Posted(LogEntry where, Entry entry) {}
