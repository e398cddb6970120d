package dev.earshot.query.audit;

import dev.earshot.platform.work.Daemons;
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
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps the chain at its work, off the path of everything else: one thread links and signs, another brings checkpoints out of the database, so a
 * place that answers slowly holds up nobody. What fails is tried again at the next turn. It starts before everything that appends to the log and stops
 * after it, with a last checkpoint, so that a log that rests is a log that is proven.
 */
@Component
@WhereTheLogIs
class Clerk implements SmartLifecycle {
    private static final Duration TO_FINISH = Duration.ofSeconds(5);

    private final Linker linker;
    private final Notary notary;
    private final Courier courier;
    private final LastCheckpoint last;
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
            LastCheckpoint last,
            ChainSettings chain,
            CheckpointSettings checkpoints,
            AuditMeters meters,
            Clock clock) {
        this.linker = linker;
        this.notary = notary;
        this.courier = courier;
        this.last = last;
        this.look = chain.pace();
        this.retry = checkpoints.retry();
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        stopping = false;
        threads = Executors.newScheduledThreadPool(2, Daemons.named("audit-"));
        every(look, () -> linking.during(this::linkAndSign));
        every(retry, () -> delivering.during(courier::deliver));
    }

    /** What it has begun it finishes, and signs what is left. What that would take too long for is signed at the next start. */
    @Override
    public synchronized void stop() {
        stopping = true;
        threads.execute(() -> linking.during(last::sign));
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
    public int getPhase() {
        return Integer.MIN_VALUE;
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
}
