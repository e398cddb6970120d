package dev.earshot.app.bench.presence;

import dev.earshot.api.account.Role;
import dev.earshot.app.bench.measure.BenchPlatform;
import dev.earshot.app.bench.measure.Latencies;
import dev.earshot.app.bench.measure.Pace;
import dev.earshot.app.bench.measure.Processes;
import dev.earshot.app.bench.measure.Report;
import dev.earshot.command.lease.Lease;
import dev.earshot.command.lease.LeaseTable;
import dev.earshot.command.lease.Leases;
import dev.earshot.platform.security.AccessTokens;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBus;

/**
 * What 100 000 live listeners cost while nothing happens but their beats, one a minute each, and how late it is noticed
 * that some of them have fallen silent: some whose last beats are spread over a minute, as those of all are, and many
 * whose last beats fell together, as after a network's failure. The watchdog has its usual length.
 */
public final class PresenceBench {
    private static final int LISTENERS = Integer.getInteger("bench.listeners", 100_000);
    private static final int SILENT = Integer.getInteger("bench.silent", 5_000);
    private static final int CUT_OFF = Integer.getInteger("bench.cut-off", 10_000);
    private static final boolean HTTP = !"false".equals(System.getProperty("bench.http"));
    private static final Duration WATCHDOG = Duration.ofSeconds(70);
    private static final Duration SPAN = Duration.ofSeconds(Long.getLong("bench.seconds", 30));
    private static final Duration SLACK = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final BenchPlatform platform;
    private final Processes jvm = Processes.here();
    private final Processes database;
    private final Clock clock;
    private final Leases leases;
    private final LiveListeners listeners;
    private final Lapses lapses;

    private PresenceBench(BenchPlatform platform) {
        this.platform = platform;
        this.database = platform.database();
        this.clock = platform.bean(Clock.class);
        this.leases = platform.bean("presenceLeases", Leases.class);
        this.listeners = new LiveListeners(
                LISTENERS, platform.bean(CommandBus.class), platform.bean(TransactionManager.class), clock);
        this.lapses = new Lapses(platform.bean(EventBus.class), clock, WATCHDOG);
    }

    public static void run() throws Exception {
        try (BenchPlatform platform =
                BenchPlatform.start(List.of(), "--presence.watchdog=" + WATCHDOG.toSeconds() + "s")) {
            new PresenceBench(platform).measure();
        }
    }

    private void measure() {
        Report.line("A lease takes %d bytes in memory.", bytesOfALease());
        Supplier<Line> lines = lines();
        try (Hearts hearts = new Hearts(listeners, lines)) {
            Report.header(
                    "live listeners",
                    HTTP ? "beats/s by HTTP" : "beats/s",
                    "not taken",
                    "p50 ms",
                    "p99 ms",
                    "server CPU % of the machine",
                    "database CPU %",
                    "clients' CPU %",
                    "heap in use MB",
                    "server MB",
                    "database MB");
            Pace.pause(SLACK);
            row(0, hearts);
            long start = System.nanoTime();
            listeners.goLive();
            double seconds = (System.nanoTime() - start) / 1e9;
            Pace.pause(SLACK); // The views follow.
            row(LISTENERS, hearts);
            Report.line("");
            Report.line("They all went live in %.0f s.", seconds);
            accuracy();
        }
    }

    private void row(int live, Hearts hearts) {
        Duration jvmCpu = jvm.cpu();
        Duration databaseCpu = database.cpu();
        Duration clientsCpu = hearts.cpu();
        Latencies beats = hearts.measure();
        long start = System.nanoTime();
        Pace.pause(SPAN);
        double seconds = (System.nanoTime() - start) / 1e9;
        Duration clients = HTTP ? hearts.cpu().minus(clientsCpu) : Duration.ZERO;
        Report.row(
                live,
                beats.count() / seconds,
                hearts.refused(),
                beats.millis(0.5),
                beats.millis(0.99),
                Processes.share(jvm.cpu().minus(jvmCpu).minus(clients), seconds),
                Processes.share(database.cpu().minus(databaseCpu), seconds),
                Processes.share(clients, seconds),
                heap() >> 20,
                jvm.megabytes(),
                database.megabytes());
    }

    private void accuracy() {
        Map<Integer, Long> spread = new HashMap<>();
        for (int i = 0; i < SILENT; i++) {
            int number = (int) ((long) i * LISTENERS / SILENT);
            spread.put(number, listeners.silence(number));
        }
        Pace.pause(WATCHDOG.minus(Hearts.BEAT)); // From now on those lapse, for a minute.
        Map<Integer, Long> together = cutOff(spread);
        Pace.pause(WATCHDOG);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (lapses.count() < spread.size() + together.size() && System.nanoTime() < end) {
            Pace.pause(Duration.ofMillis(100));
        }
        Pace.pause(SLACK);
        Report.line("From the last beat + %d s to the commit of the lapse:", WATCHDOG.toSeconds());
        Report.header("silent", "listeners", "never lapsed", "earliest ms", "p50 ms", "p99 ms", "latest ms");
        lapses.row("last beats over a minute", spread);
        lapses.row("last beats together", together);
        Report.line("");
        Report.line("Lapsed though they beat: %d", lapses.others(spread.keySet(), together.keySet()));
    }

    /** They beat once more, all in a moment, and are never heard again. */
    private Map<Integer, Long> cutOff(Map<Integer, Long> silent) {
        Map<Integer, Long> lastBeats = new HashMap<>();
        for (int number = LISTENERS - 1; number >= 0 && lastBeats.size() < CUT_OFF; number--) {
            if (!silent.containsKey(number)) {
                listeners.silence(number);
                lastBeats.put(number, clock.millis());
                leases.beat(Lease.of(LiveListeners.presence(number).value()), clock.instant());
            }
        }
        return lastBeats;
    }

    private Supplier<Line> lines() {
        if (!HTTP) {
            return () -> number ->
                    leases.beat(Lease.of(LiveListeners.presence(number).value()), clock.instant());
        }
        AccessTokens tokens = platform.bean(AccessTokens.class);
        List<String> issued = IntStream.range(0, LISTENERS)
                .mapToObj(number -> tokens.issue(LiveListeners.account(number), Set.of(Role.LISTENER), "bench"))
                .toList();
        return () -> new HttpLine(URI.create(platform.address()), issued);
    }

    /** Of leases that nobody else sees, so that nothing else grows with them. */
    private long bytesOfALease() {
        Leases alone = new Leases(
                platform.bean("presenceLeaseTable", LeaseTable.class), WATCHDOG, silent -> {}, Runnable::run);
        long before = heap();
        for (int number = 0; number < LISTENERS; number++) {
            alone.watch(Lease.of(LiveListeners.presence(number).value()), clock.instant());
        }
        return (heap() - before) / alone.watched();
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
