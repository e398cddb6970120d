package dev.earshot.query.ledger.entry;

import dev.earshot.query.ledger.chart.Account;
import java.time.Instant;
import java.util.List;

/**
 * What one fact posts. The amounts of each currency come to nothing.
 *
 * @param fact the kind of fact, as the log calls it without its package
 * @param at when it happened, as the fact itself tells
 * @param lines at least two, each of another account
 */
public record Entry(String fact, Instant at, List<Line> lines) {
    public Entry {
        lines = List.copyOf(lines);
    }

    /** @param amount minor units, above zero for a debit, below for a credit, never zero */
    public record Line(Account account, long amount) {}
}
