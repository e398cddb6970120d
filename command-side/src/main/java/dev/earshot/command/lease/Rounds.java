package dev.earshot.command.lease;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Does the rounds over all kinds of leases: what runs out is noticed within a tenth of a second, beats are recorded every
 * second, what dead nodes held is found every minute.
 */
@Component
class Rounds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration GLANCE = Duration.ofMillis(100);
    private static final Duration TURN = Duration.ofSeconds(1);
    private static final Duration SWEEP = Duration.ofSeconds(60);

    private final Map<String, Leases> kinds;
    private final Clock clock;
    private ScheduledExecutorService rounds;

    Rounds(Map<String, Leases> kinds, Clock clock, MeterRegistry meters) {
        this.kinds = kinds;
        this.clock = clock;
        kinds.forEach((kind, leases) -> Gauge.builder("leases.watched", leases, Leases::watched)
                .tag("kind", kind)
                .description("Leases this node watches")
                .register(meters));
    }

    @Override
    public void start() {
        kinds.values().forEach(Leases::watchAll);
        rounds = Executors.newSingleThreadScheduledExecutor(new CustomizableThreadFactory("leases-"));
        every(GLANCE, Leases::expire);
        every(TURN, Leases::turn);
        every(SWEEP, leases -> leases.sweep(clock.instant(), SWEEP));
    }

    @Override
    public void stop() {
        rounds.shutdown();
        kinds.values().forEach(leases -> quietly(Leases::turn, leases));
        rounds = null;
    }

    /** From before the first request is served to after the last. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public boolean isRunning() {
        return rounds != null;
    }

    private void every(Duration period, Round round) {
        Runnable all = () -> kinds.values().forEach(leases -> quietly(round, leases));
        rounds.scheduleWithFixedDelay(all, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A round that fails, say for want of a database, must not end all later ones: a schedule stops at an exception. */
    private static void quietly(Round round, Leases leases) {
        try {
            round.over(leases);
        } catch (RuntimeException e) {
            LOG.warn("A round over the leases failed; the next one makes up for it", e);
        }
    }

    @FunctionalInterface
    private interface Round {
        void over(Leases leases);
    }
}
