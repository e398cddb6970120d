package dev.earshot.app.bench;

import dev.earshot.app.bench.measure.BenchPlatform;
import dev.earshot.app.bench.measure.Pace;
import dev.earshot.app.bench.measure.Processes;
import dev.earshot.app.bench.measure.Report;
import dev.earshot.app.bench.measure.Spread;
import dev.earshot.platform.archive.CheckpointArchive;
import dev.earshot.query.audit.chain.Linker;
import dev.earshot.query.audit.chain.RawLog;
import dev.earshot.query.audit.checkpoint.Notary;
import dev.earshot.query.audit.key.Keyring;
import dev.earshot.query.audit.verify.Progress;
import dev.earshot.query.audit.verify.Verifier;
import dev.earshot.query.audit.verify.finding.Verdict;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventBus;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How fast a log is chained and verified, and how far the chain is behind while running calls are metered. The log is that of the meter's benchmark: four
 * events a call, and then the packed ticks.
 */
final class ChainBench {
    private static final Set<String> AT_WORK = Set.of("meter", "live", "wallet-view");
    private static final int CALLS = Integer.getInteger("bench.calls", 100_000);
    private static final Duration SPAN = Duration.ofSeconds(Long.getLong("bench.seconds", 30));
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final BenchPlatform platform;
    private final JdbcClient database;
    private final DataSource source;
    private final SmartLifecycle clerk;
    private final Processes jvm = Processes.here();
    private final Processes databaseServer;
    private double alone;

    private ChainBench(BenchPlatform platform) {
        this.platform = platform;
        database = platform.bean(JdbcClient.class);
        source = platform.bean(DataSource.class);
        clerk = platform.bean("dev.earshot.query.audit.Clerk", SmartLifecycle.class);
        databaseServer = platform.database();
    }

    static void run() throws IOException, SQLException {
        try (BenchPlatform platform = BenchPlatform.start(List.of(), "--spring.datasource.hikari.minimum-idle=4")) {
            new ChainBench(platform).measure();
        }
    }

    private interface Work {
        /** The events it went through. */
        long done() throws SQLException;
    }

    private void measure() throws SQLException {
        var processors = platform.bean(EventProcessingConfiguration.class).eventProcessors();
        processors.values().forEach(processor -> processor.shutDown());
        clerk.stop();
        new SeededCalls(platform.bean(EventBus.class), platform.bean(TransactionManager.class)).growTo(CALLS);
        Report.line(
                "log: %,d events, %,d MB with its indexes",
                count("domain_event"),
                database.sql("SELECT pg_total_relation_size('domain_event') >> 20")
                        .query(Long.class)
                        .single());
        read();
        Report.header("what", "events/s", "of reading alone", "server CPU % of the machine", "database CPU %");
        row("reading the rows, nothing attached, 1 connection", this::read);
        alone = row("the same again", this::read);
        row("chaining and signing from nothing", this::link);
        row("verifying, 1 reader", () -> verify(1));
        row("verifying, 2 readers", () -> verify(2));
        Report.line(
                "%n%.1f bytes an event in the chain, indexes and signatures included",
                database.sql(
                                        "SELECT pg_total_relation_size('audit_block') + pg_total_relation_size('audit_checkpoint')")
                                .query(Double.class)
                                .single()
                        / count("domain_event"));
        clerk.start();
        AT_WORK.forEach(name -> processors.get(name).start());
        lag();
    }

    /** How far the chain is behind while the calls are metered. */
    private void lag() throws SQLException {
        PrometheusMeterRegistry meters = platform.bean(PrometheusMeterRegistry.class);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (meters.get("earshot.meter.calls").gauge().value() < CALLS && System.nanoTime() < end) {
            Pace.pause(Duration.ofMillis(200));
        }
        Pace.pause(Duration.ofSeconds(8));
        Spread lag = new Spread(meters, "earshot.audit.lag");
        double drawn = meters.get("earshot.meter.draws").counter().count();
        double linked = meters.get("earshot.audit.linked").counter().count();
        double late = meters.get("earshot.meter.ticks.late").counter().count();
        Duration cpu = jvm.cpu();
        Duration databaseCpu = databaseServer.cpu();
        long start = System.nanoTime();
        Pace.pause(SPAN);
        double seconds = (System.nanoTime() - start) / 1e9;
        Report.header(
                "running calls",
                "drawn/s",
                "late ticks",
                "events linked/s",
                "chain lag p50 ms",
                "chain lag p99 ms",
                "server CPU % of the machine",
                "database CPU %");
        Report.row(
                CALLS,
                Math.round((meters.get("earshot.meter.draws").counter().count() - drawn) / seconds),
                Math.round(meters.get("earshot.meter.ticks.late").counter().count() - late),
                (meters.get("earshot.audit.linked").counter().count() - linked) / seconds,
                lag.millis(0.5),
                lag.millis(0.99),
                Processes.share(jvm.cpu().minus(cpu), seconds),
                Processes.share(databaseServer.cpu().minus(databaseCpu), seconds));
    }

    private double row(String what, Work work) throws SQLException {
        Duration cpu = jvm.cpu();
        Duration databaseCpu = databaseServer.cpu();
        long start = System.nanoTime();
        long events = work.done();
        double seconds = (System.nanoTime() - start) / 1e9;
        double rate = events / seconds;
        Report.row(
                what,
                Math.round(rate),
                alone == 0 ? "" : rate / alone,
                Processes.share(jvm.cpu().minus(cpu), seconds),
                Processes.share(databaseServer.cpu().minus(databaseCpu), seconds));
        return rate;
    }

    private long read() throws SQLException {
        LongAdder events = new LongAdder();
        try (Connection connection = source.getConnection()) {
            RawLog.between(connection, 0, Long.MAX_VALUE, event -> events.increment());
        }
        return events.sum();
    }

    private long link() {
        Linker linker = platform.bean(Linker.class);
        Notary notary = platform.bean(Notary.class);
        long events = 0;
        Linker.Round round;
        do {
            round = linker.round();
            events += round.events();
            while (notary.signNext()) {
                // As many as are due.
            }
        } while (round.isFull());
        return events;
    }

    private long verify(int readers) {
        Verdict verdict = new Verifier(
                        source, platform.bean(CheckpointArchive.class), platform.bean(Keyring.class), readers)
                .verify(new Progress() {
                    @Override
                    public void checked(long events, long all) {}

                    @Override
                    public boolean isCancelled() {
                        return false;
                    }
                });
        if (!verdict.isSound()) {
            throw new IllegalStateException(verdict.toString());
        }
        return verdict.events();
    }

    private long count(String table) {
        return database.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }
}
