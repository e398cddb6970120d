package dev.earshot.query.lab.tally;

import dev.earshot.query.lab.result.Spread;
import java.util.Arrays;

/** Many numbers, eight bytes each. */
final class Longs {
    private static final int PERCENT = 100;

    private long[] values = new long[16];
    private int size;

    void add(long value) {
        room(1);
        values[size++] = value;
    }

    void addAll(Longs others) {
        room(others.size);
        System.arraycopy(others.values, 0, values, size, others.size);
        size += others.size;
    }

    int size() {
        return size;
    }

    Spread spread() {
        long[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        return new Spread(size, rank(sorted, 5), rank(sorted, 50), rank(sorted, 95));
    }

    /** The nearest rank: the smallest value that so many of a hundred do not exceed. */
    private static long rank(long[] sorted, int percent) {
        if (sorted.length == 0) {
            return 0;
        }
        long place = ((long) sorted.length * percent + PERCENT - 1) / PERCENT;
        return sorted[Math.toIntExact(Math.max(1, place)) - 1];
    }

    private void room(int more) {
        if (size + more > values.length) {
            values = Arrays.copyOf(values, Math.max(2 * values.length, size + more));
        }
    }
}
