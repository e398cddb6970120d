package dev.earshot.app.bench;

import com.zaxxer.hikari.HikariDataSource;
import dev.earshot.app.bench.measure.BenchPlatform;
import dev.earshot.app.bench.measure.Pace;
import dev.earshot.app.bench.measure.Processes;
import dev.earshot.app.bench.measure.Report;
import dev.earshot.app.bench.measure.Spread;
import io.micrometer.core.instrument.Counter;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventBus;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many running calls one machine meters: every second of every call durably drawn and visible in the live view. Then
 * the same machine's plain ways, and the ratios.
 *
 * <p>The calls are put into the log directly, so they have no sagas and nobody sends their heartbeats; the meter, the
 * wallet view and the live view are the real ones, the other processors rest.
 */
final class MeterBench {
    private static final Set<String> AT_WORK = Set.of("meter", "live", "wallet-view");
    private static final int[] SIZES = Stream.of(System.getProperty("bench.sizes", "1000,10000,100000,200000,300000")
                    .split(","))
            .mapToInt(Integer::parseInt)
            .toArray();
    private static final Duration SPAN = Duration.ofSeconds(Long.getLong("bench.seconds", 30));
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final BenchPlatform platform;
    private final PrometheusMeterRegistry meters;
    private final JdbcClient database;
    private final SeededCalls calls;
    private final Spread ticks;
    private final Spread lag;
    private final Processes jvm = Processes.here();
    private final Processes databaseServer;

    private MeterBench(BenchPlatform platform) {
        this.platform = platform;
        meters = platform.bean(PrometheusMeterRegistry.class);
        database = platform.bean(JdbcClient.class);
        databaseServer = platform.database();
        calls = new SeededCalls(platform.bean(EventBus.class), platform.bean(TransactionManager.class));
        ticks = new Spread(meters, "earshot.meter.tick");
        lag = new Spread(meters, "earshot.view.lag", "view", "live");
    }

    static void run() throws IOException, InterruptedException, SQLException {
        try (BenchPlatform platform = BenchPlatform.start(List.of(), "--spring.datasource.hikari.minimum-idle=4")) {
            new MeterBench(platform).measure();
        }
    }

    private void measure() throws InterruptedException, SQLException {
        var processors = platform.bean(EventProcessingConfiguration.class).eventProcessors();
        Report.line("idle: %d MB resident, database %d MB", jvm.megabytes(), databaseServer.megabytes());
        processors.forEach((name, processor) -> {
            if (!AT_WORK.contains(name)) {
                processor.shutDown();
            }
        });
        Report.header(
                "running calls",
                "drawn/s",
                "drawn and visible, if it had the whole machine",
                "late ticks",
                "tick p50 ms",
                "tick p99 ms",
                "view lag p50 ms",
                "view lag p99 ms",
                "log B/call-s",
                "WAL B/call-s",
                "server CPU % of the machine",
                "database CPU %",
                "JVM MB",
                "database MB");
        double capacity = 0;
        for (int size : SIZES) {
            calls.growTo(size);
            await(() -> meters.get("earshot.meter.calls").gauge().value() >= size);
            Pace.pause(Duration.ofSeconds(8));
            capacity = Math.max(capacity, row(size));
        }
        processors.values().forEach(processor -> processor.shutDown());
        Pace.pause(Duration.ofSeconds(3));
        compare(capacity);
    }

    /** Measures one size and answers the draws, made and visible, in a second of the whole machine's processors. */
    private double row(int size) {
        long log = bytes("SELECT pg_total_relation_size('domain_event')");
        long wal = bytes("SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint");
        double drawn = draws().count();
        double seen = seen();
        double late = late();
        Duration cpu = jvm.cpu();
        Duration databaseCpu = databaseServer.cpu();
        long start = System.nanoTime();
        ticks.restart();
        lag.restart();
        Pace.pause(SPAN);
        double seconds = (System.nanoTime() - start) / 1e9;
        double draws = draws().count() - drawn;
        double own = Processes.share(jvm.cpu().minus(cpu), seconds);
        double database = Processes.share(databaseServer.cpu().minus(databaseCpu), seconds);
        double capacity = perWholeMachine(Math.min(draws, seen() - seen) / seconds, own + database);
        Report.row(
                size,
                Math.round(draws / seconds),
                Math.round(capacity),
                Math.round(late() - late),
                ticks.millis(0.5),
                ticks.millis(0.99),
                lag.millis(0.5),
                lag.millis(0.99),
                (bytes("SELECT pg_total_relation_size('domain_event')") - log) / draws,
                (bytes("SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint") - wal) / draws,
                own,
                database,
                jvm.megabytes(),
                databaseServer.megabytes());
        return capacity;
    }

    private void compare(double capacity) throws InterruptedException, SQLException {
        PlainWay plain =
                new PlainWay(platform.bean(HikariDataSource.class), platform.bean(FlywayConnectionDetails.class));
        Report.header(
                "way",
                "call-seconds/s",
                "CPU % of the machine",
                "if it had the whole machine",
                "meter is times faster");
        Report.row("the meter, drawn and visible, at its best size", "", "", Math.round(capacity), "");
        plain(
                "UPDATE wallet + INSERT entry, a transaction each, 16 connections",
                plain::transactionPerCallSecond,
                capacity);
        plain("multi-row INSERT, 500 rows, 2 connections, no wallet", plain::multiRowInsert, capacity);
        plain.close();
    }

    private interface Way {
        double in(Duration span) throws InterruptedException, SQLException;
    }

    private void plain(String name, Way way, double capacity) throws InterruptedException, SQLException {
        Duration before = jvm.cpu().plus(databaseServer.cpu());
        long start = System.nanoTime();
        double rate = way.in(SPAN);
        double seconds = (System.nanoTime() - start) / 1e9;
        double share = Processes.share(jvm.cpu().plus(databaseServer.cpu()).minus(before), seconds);
        double whole = perWholeMachine(rate, share);
        Report.row(name, Math.round(rate), share, Math.round(whole), capacity / whole);
    }

    private static double perWholeMachine(double rate, double percentOfTheMachine) {
        return rate * 100 / percentOfTheMachine;
    }

    private Counter draws() {
        return meters.get("earshot.meter.draws").counter();
    }

    private double seen() {
        return meters.get("earshot.view.draws").counter().count();
    }

    private double late() {
        return meters.get("earshot.meter.ticks.late").counter().count();
    }

    private long bytes(String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the platform did not get there in " + PATIENCE);
            }
            Pace.pause(Duration.ofMillis(200));
        }
    }
}
