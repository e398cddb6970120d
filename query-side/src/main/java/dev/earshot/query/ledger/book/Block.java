package dev.earshot.query.ledger.book;

import dev.earshot.query.ledger.chart.Code;
import dev.earshot.query.ledger.entry.Entry;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Some thousand lines of entries that follow each other, and what the chart stands at when they end. */
final class Block {
    /**
     * How many lines make a block full. A question about a moment reads the lines of one block, and late ones of those
     * behind it, so this is what bounds it; an account of the chart in each currency costs one row a block.
     */
    static final int FULL = 4_096;

    private final int number;
    private final Map<Key, Long> before;
    private final Map<Key, Long> changes;
    private final Instant reachedBefore;
    private long first;
    private long last;
    private int lines;
    private Instant minAt;
    private Instant maxAt;
    private Instant reached;

    /** An account of the chart in one currency. */
    record Key(Code code, String currency) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byCode = code.compareTo(other.code);
            return byCode == 0 ? currency.compareTo(other.currency) : byCode;
        }
    }

    /** What a block stands at when it ends, and by how much it has changed that. */
    record Total(int block, Key of, long total, long change) {}

    /** As it was stored. */
    Block(
            int number,
            long first,
            long last,
            int lines,
            Instant minAt,
            Instant maxAt,
            Instant reached,
            Instant reachedBefore,
            Map<Key, Long> before,
            Map<Key, Long> changes) {
        this.number = number;
        this.first = first;
        this.last = last;
        this.lines = lines;
        this.minAt = minAt;
        this.maxAt = maxAt;
        this.reached = reached;
        this.reachedBefore = reachedBefore;
        this.before = new TreeMap<>(before);
        this.changes = new TreeMap<>(changes);
    }

    /** The first of all, still empty. */
    static Block none() {
        return new Block(1, 0, 0, 0, Instant.MAX, Instant.MIN, Instant.MIN, Instant.MIN, Map.of(), Map.of());
    }

    Block next() {
        return new Block(number + 1, 0, last, 0, Instant.MAX, Instant.MIN, reached, reached, totals(), Map.of());
    }

    boolean isFull() {
        return lines >= FULL;
    }

    void add(long position, Entry entry) {
        first = lines == 0 ? position : first;
        last = position;
        lines += entry.lines().size();
        minAt = entry.at().isBefore(minAt) ? entry.at() : minAt;
        maxAt = entry.at().isAfter(maxAt) ? entry.at() : maxAt;
        reached = entry.at().isAfter(reached) ? entry.at() : reached;
        entry.lines()
                .forEach(line -> changes.merge(
                        new Key(line.account().code(), line.account().currency()), line.amount(), Math::addExact));
    }

    boolean isLate(Entry entry) {
        return entry.at().isBefore(reachedBefore);
    }

    /** What every account of the chart stands at, those of earlier blocks included. */
    Map<Key, Long> totals() {
        Map<Key, Long> totals = new TreeMap<>(before);
        changes.forEach((key, change) -> totals.merge(key, change, Math::addExact));
        return totals;
    }

    Iterable<Total> rows() {
        return totals().entrySet().stream()
                .map(total ->
                        new Total(number, total.getKey(), total.getValue(), changes.getOrDefault(total.getKey(), 0L)))
                .toList();
    }

    int number() {
        return number;
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }

    int lines() {
        return lines;
    }

    Instant minAt() {
        return minAt;
    }

    Instant maxAt() {
        return maxAt;
    }

    Instant reached() {
        return reached;
    }
}
