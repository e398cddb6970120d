package dev.earshot.saga.meter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.AxonThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Beats on the clock's own seconds and, within each, once for every segment; each beat is aimed at anew, so it never
 * drifts. A tick that takes longer than a beat skips the beats it has missed: the next one contains them. Starts after the
 * processors and stops before them.
 */
@Component
class Metronome implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Metronome.class);

    private final Meter meter;
    private final Clock clock;
    private final long beat;
    private final Counter late;
    private ScheduledExecutorService thread;

    Metronome(Meter meter, Clock clock, MeterSettings settings, MeterRegistry metrics) {
        this.meter = meter;
        this.clock = clock;
        this.beat = settings.tick().dividedBy(settings.segments()).toMillis();
        this.late = Counter.builder("earshot.meter.ticks.late").register(metrics);
    }

    @Override
    public synchronized void start() {
        thread = Executors.newSingleThreadScheduledExecutor(new AxonThreadFactory("meter-tick"));
        aim();
    }

    /** Waits for a tick that is being told: what it has begun to write it finishes. */
    @Override
    public void stop() {
        ScheduledExecutorService stopping;
        synchronized (this) {
            stopping = thread;
            thread = null;
        }
        stopping.shutdownNow();
        try {
            stopping.awaitTermination(beat, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private synchronized void aim() {
        if (thread != null) {
            long now = clock.millis();
            long next = now - Math.floorMod(now, beat) + beat;
            thread.schedule(() -> beat(next), next - now, TimeUnit.MILLISECONDS);
        }
    }

    private void beat(long at) {
        try {
            meter.tick(Instant.ofEpochMilli(at));
        } catch (RuntimeException failure) {
            LOG.error("a tick failed; the next one contains it", failure);
        } finally {
            if (clock.millis() >= at + beat) {
                late.increment();
            }
            aim();
        }
    }
}
