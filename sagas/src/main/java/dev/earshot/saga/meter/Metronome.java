package dev.earshot.saga.meter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.axonframework.common.AxonThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
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
    private static final Duration TO_FINISH = Duration.ofSeconds(5);

    private final Consumer<Instant> meter;
    private final Clock clock;
    private final long beat;
    private final Counter late;
    private ScheduledThreadPoolExecutor thread;

    @Autowired
    Metronome(Meter meter, Clock clock, MeterSettings settings, MeterRegistry metrics) {
        this(meter::tick, clock, settings.tick().dividedBy(settings.segments()), metrics);
    }

    Metronome(Consumer<Instant> meter, Clock clock, Duration beat, MeterRegistry metrics) {
        this.meter = meter;
        this.clock = clock;
        this.beat = beat.toMillis();
        this.late = Counter.builder("earshot.meter.ticks.late").register(metrics);
    }

    @Override
    public synchronized void start() {
        thread = new ScheduledThreadPoolExecutor(1, new AxonThreadFactory("meter-tick"));
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        aim();
    }

    /** Waits for a tick that is being told: what it has begun to write it finishes, unless that takes too long. */
    @Override
    public void stop() {
        ScheduledThreadPoolExecutor stopping;
        synchronized (this) {
            stopping = thread;
            thread = null;
        }
        stopping.shutdown();
        try {
            if (!stopping.awaitTermination(TO_FINISH.toMillis(), TimeUnit.MILLISECONDS)) {
                stopping.shutdownNow();
            }
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
            meter.accept(Instant.ofEpochMilli(at));
        } catch (RuntimeException failure) {
            if (isRunning()) {
                LOG.error("a tick failed; the next one contains it", failure);
            } else {
                LOG.info("a tick was broken off by the end; the next one, wherever it is told, contains it");
            }
        } finally {
            if (clock.millis() >= at + beat) {
                late.increment();
            }
            aim();
        }
    }
}
