package dev.earshot.app.bench.measure;

import java.util.Arrays;

/** How long something took, each time. */
public final class Latencies {
    private long[] nanos = new long[1024];
    private int count;

    public synchronized void add(long taken) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = taken;
    }

    public synchronized int count() {
        return count;
    }

    /** What this share of the times did not exceed, in milliseconds. */
    public synchronized double millis(double share) {
        if (count == 0) {
            return Double.NaN;
        }
        Arrays.sort(nanos, 0, count);
        return nanos[Math.max(0, (int) Math.ceil(share * count) - 1)] / 1e6;
    }

    /** The half and the hundredth, as a cell of a table. */
    public String spread() {
        return String.format(java.util.Locale.ROOT, "%.0f / %.0f", millis(0.5), millis(0.99));
    }
}
