package dev.earshot.query.ledger.book;

import dev.earshot.query.fold.LogEntry;

/** A fact and its place in the log. */
record Fact(Object event, LogEntry entry) {}
