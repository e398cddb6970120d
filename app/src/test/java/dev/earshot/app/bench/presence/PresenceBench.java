package dev.earshot.app.bench.presence;

import dev.earshot.api.id.PresenceId;
import dev.earshot.api.presence.PresenceEvent.ListenerLapsed;
import dev.earshot.app.bench.measure.BenchPlatform;
import dev.earshot.app.bench.measure.Latencies;
import dev.earshot.app.bench.measure.Pace;
import dev.earshot.app.bench.measure.Processes;
import dev.earshot.app.bench.measure.Report;
import dev.earshot.command.lease.Leases;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * What 100 000 live listeners cost while nothing happens but their beats, one a minute each, and how late it is noticed
 * that some of them have fallen silent. The watchdog has its usual length. Then what the beats cost when they come by HTTP.
 */
public final class PresenceBench {
    private static final int LISTENERS = Integer.getInteger("bench.listeners", 100_000);
    private static final int SILENT = Integer.getInteger("bench.silent", 5_000);
    private static final Duration WATCHDOG = Duration.ofSeconds(70);
    private static final Duration SPAN = Duration.ofSeconds(Long.getLong("bench.seconds", 30));
    private static final Duration SLACK = Duration.ofSeconds(20);

    private final BenchPlatform platform;
    private final Processes jvm = Processes.here();
    private final Processes database;
    private final Clock clock;
    private final Map<PresenceId, Long> lapses = new ConcurrentHashMap<>();
    private long heapBefore;

    private PresenceBench(BenchPlatform platform) {
        this.platform = platform;
        this.database = platform.database();
        this.clock = platform.bean(Clock.class);
        platform.bean(EventBus.class).subscribe(this::hear);
    }

    public static void run() throws Exception {
        try (BenchPlatform platform =
                BenchPlatform.start(List.of(), "--presence.watchdog=" + WATCHDOG.toSeconds() + "s")) {
            new PresenceBench(platform).measure();
        }
        BeatsOverHttp.measure(LISTENERS / LiveListeners.BEAT.toSeconds(), SPAN);
    }

    private void measure() {
        Report.header(
                "live listeners",
                "beats/s",
                "server CPU % of the machine",
                "database CPU %",
                "heap in use MB",
                "heap bytes/listener",
                "server MB",
                "database MB");
        heapBefore = heap();
        Pace.pause(SLACK);
        try (LiveListeners listeners = new LiveListeners(
                LISTENERS,
                platform.bean(CommandBus.class),
                platform.bean(TransactionManager.class),
                platform.bean("presenceLeases", Leases.class),
                clock)) {
            row(0, listeners);
            listeners.goLive();
            Pace.pause(SLACK); // The views follow.
            row(LISTENERS, listeners);
            accuracy(listeners);
        }
    }

    private void row(int live, LiveListeners listeners) {
        Duration jvmCpu = jvm.cpu();
        Duration databaseCpu = database.cpu();
        long beats = listeners.beats();
        long start = System.nanoTime();
        Pace.pause(SPAN);
        double seconds = (System.nanoTime() - start) / 1e9;
        double beatsPerSecond = (listeners.beats() - beats) / seconds;
        double jvmShare = Processes.share(jvm.cpu().minus(jvmCpu), seconds);
        double databaseShare = Processes.share(database.cpu().minus(databaseCpu), seconds);
        long heap = heap();
        Report.row(
                live,
                beatsPerSecond,
                jvmShare,
                databaseShare,
                heap >> 20,
                live == 0 ? "" : (heap - heapBefore) / live,
                jvm.megabytes(),
                database.megabytes());
    }

    /** From when the watchdog of each silent listener runs out to the commit of their lapse. */
    private void accuracy(LiveListeners listeners) {
        Map<PresenceId, Long> lastBeats = new HashMap<>();
        for (int number = 0; number < LISTENERS; number += Math.max(1, LISTENERS / SILENT)) {
            lastBeats.put(LiveListeners.presence(number), listeners.silence(number));
        }
        Pace.pause(WATCHDOG.plus(SLACK));
        Latencies lateness = new Latencies();
        lastBeats.forEach((presence, lastBeat) -> {
            Long lapsed = lapses.get(presence);
            if (lapsed != null) {
                lateness.add(1_000_000 * (lapsed - lastBeat - WATCHDOG.toMillis()));
            }
        });
        Report.line("");
        Report.line("From last beat + %d s to the commit of the lapse:", WATCHDOG.toSeconds());
        Report.header("fell silent", "lapsed", "lapsed though they beat", "late p50 ms", "late p99 ms", "latest ms");
        Report.row(
                lastBeats.size(),
                lateness.count(),
                lapses.size() - lateness.count(),
                lateness.millis(0.5),
                lateness.millis(0.99),
                lateness.millis(1));
    }

    private void hear(List<? extends EventMessage<?>> events) {
        for (EventMessage<?> event : events) {
            if (event.getPayload() instanceof ListenerLapsed lapse) {
                CurrentUnitOfWork.get().root().afterCommit(committed -> lapses.put(lapse.presenceId(), clock.millis()));
            }
        }
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
