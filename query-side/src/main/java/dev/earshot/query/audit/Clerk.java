package dev.earshot.query.audit;

import dev.earshot.query.audit.chain.ChainSettings;
import dev.earshot.query.audit.chain.Linker;
import dev.earshot.query.audit.checkpoint.CheckpointSettings;
import dev.earshot.query.audit.checkpoint.Courier;
import dev.earshot.query.audit.checkpoint.Notary;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps the chain at its work, off the path of everything else: one thread links and signs, another brings checkpoints out of the database, so a
 * place that answers slowly holds up nobody. What fails is tried again at the next turn.
 */
@Component
@WhereTheLogIs
class Clerk implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Clerk.class);
    private static final Duration TO_FINISH = Duration.ofSeconds(10);

    private final Linker linker;
    private final Notary notary;
    private final Courier courier;
    private final Duration look;
    private final Duration retry;
    private final AuditMeters meters;
    private final Clock clock;
    private final Trouble linking = new Trouble("The log cannot be chained now");
    private final Trouble delivering = new Trouble("A checkpoint cannot be kept outside the database now");
    private ScheduledExecutorService threads;
    private volatile boolean stopping;

    Clerk(
            Linker linker,
            Notary notary,
            Courier courier,
            ChainSettings chain,
            CheckpointSettings checkpoints,
            AuditMeters meters,
            Clock clock) {
        this.linker = linker;
        this.notary = notary;
        this.courier = courier;
        this.look = chain.pace();
        this.retry = checkpoints.retry();
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        stopping = false;
        threads = Executors.newScheduledThreadPool(2, new CustomizableThreadFactory("audit-"));
        every(look, () -> linking.during(this::linkAndSign));
        every(retry, () -> delivering.during(courier::deliver));
    }

    /** What it has begun it finishes. */
    @Override
    public synchronized void stop() {
        stopping = true;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(TO_FINISH.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return threads != null;
    }

    /** What keeps it from its work, if anything does. */
    Optional<String> trouble() {
        return linking.what().or(delivering::what);
    }

    private void linkAndSign() {
        boolean more = true;
        while (more && !stopping) {
            Linker.Round round = linker.round();
            meters.linked(round, clock.instant());
            more = round.isFull();
            while (!stopping && notary.signNext()) {
                meters.signed();
            }
        }
    }

    private void every(Duration period, Runnable turn) {
        threads.scheduleWithFixedDelay(turn, 0, Math.max(1, period.toMillis()), TimeUnit.MILLISECONDS);
    }

    /** Tells what fails once, and that it is over; a schedule would stop at an exception. */
    private static final class Trouble {
        private final String title;
        private volatile String what;

        private Trouble(String title) {
            this.title = title;
        }

        private Optional<String> what() {
            return Optional.ofNullable(what);
        }

        private void during(Runnable turn) {
            try {
                turn.run();
                if (what != null) {
                    what = null;
                    LOG.info("{}: that is over", title);
                }
            } catch (RuntimeException e) {
                if (what == null) {
                    LOG.error("{}; it is tried again", title, e);
                }
                what = title + ": " + e.getMessage();
            }
        }
    }
}
