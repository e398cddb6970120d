package dev.earshot.app.bench.measure;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import java.util.concurrent.TimeUnit;

/** How a timer's values were spread between two moments, from the buckets of its histogram. */
public final class Spread {
    private final Timer timer;
    private CountAtBucket[] before;

    public Spread(MeterRegistry meters, String name, String... tags) {
        timer = meters.get(name).tags(tags).timer();
        restart();
    }

    public void restart() {
        before = timer.takeSnapshot().histogramCounts();
    }

    /** The upper end of the bucket that holds this share of the values since the restart, in milliseconds. */
    public double millis(double share) {
        CountAtBucket[] now = timer.takeSnapshot().histogramCounts();
        double wanted = share * count(now, now.length - 1);
        for (int i = 0; i < now.length; i++) {
            if (count(now, i) >= wanted) {
                return now[i].bucket(TimeUnit.MILLISECONDS);
            }
        }
        return Double.NaN;
    }

    private double count(CountAtBucket[] now, int bucket) {
        return now[bucket].count() - (bucket < before.length ? before[bucket].count() : 0);
    }
}
