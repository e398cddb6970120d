package dev.earshot.app.bench;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Grace;
import dev.earshot.api.pricing.PriceList;
import dev.earshot.api.simulation.Candidate;
import dev.earshot.api.simulation.Cohort;
import dev.earshot.api.simulation.Window;
import dev.earshot.api.wallet.WalletCommand.CreditTopUp;
import dev.earshot.api.wallet.WalletCommand.OpenWallet;
import dev.earshot.app.bench.measure.BenchPlatform;
import dev.earshot.app.bench.measure.Latencies;
import dev.earshot.app.bench.measure.Pace;
import dev.earshot.app.bench.measure.Processes;
import dev.earshot.app.bench.measure.Report;
import dev.earshot.app.generate.Generate;
import dev.earshot.platform.web.Digests;
import dev.earshot.query.fold.Positions;
import dev.earshot.query.lab.Lab;
import dev.earshot.query.lab.Question;
import dev.earshot.query.lab.result.CallCounts;
import dev.earshot.query.lab.result.Result;
import dev.earshot.query.lab.tape.Tape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * How many real calls a minute the lab plays again, beside what merely reading them costs, and what the live path feels of it.
 *
 * <p>The calls are generated; all processors but the tape's rest.
 */
final class LabBench {
    private static final int CALLS = Integer.getInteger("bench.calls", 100_000);
    private static final int THREADS = Integer.getInteger("bench.threads", 0);
    private static final int SHARE = Integer.getInteger("bench.share", 50);
    private static final int RUNS = Integer.getInteger("bench.runs", 5);
    private static final Duration LIVE = Duration.ofSeconds(Long.getLong("bench.seconds", 10));
    private static final Money CENT = Money.of(1, "USD");
    private static final int FETCH = 2_000;
    private static final Window ALWAYS = new Window(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));
    private static final Instant END = Instant.parse("2025-11-04T00:00:00Z"); // Of what is generated.
    private static final Window LAST_DAY = new Window(END.minus(Duration.ofDays(1)), END);
    private static final List<Candidate> THREE =
            List.of(dearer(), candidate("half the price", 5_000), candidate("twice the price", 20_000));

    private final BenchPlatform platform;
    private final Lab lab;
    private final Tape tape;
    private final JdbcTemplate jdbc;
    private final CommandGateway commands;
    private long calls;

    private LabBench(BenchPlatform platform) {
        this.platform = platform;
        lab = platform.bean(Lab.class);
        tape = platform.bean(Tape.class);
        jdbc = platform.bean(JdbcTemplate.class);
        commands = platform.bean(CommandGateway.class);
    }

    static void run() throws IOException {
        Path data = Files.createTempDirectory("earshot-bench-lab");
        Generate.run("--generate=" + CALLS, "--earshot.data=" + data);
        try (BenchPlatform platform =
                BenchPlatform.startOn(data, List.of(), "--lab.threads=" + THREADS, "--lab.share=" + SHARE)) {
            new LabBench(platform).measure();
        }
    }

    private void measure() {
        platform.bean(EventProcessingConfiguration.class).eventProcessors().forEach((name, processor) -> {
            if (!name.equals("lab-view")) {
                processor.shutDown();
            }
        });
        fold();
        calls = tape.calls();
        Report.line(
                "%d calls of %d wallets, %d threads (0: half of the cores) that work %d %% of the time",
                calls, number("SELECT count(DISTINCT wallet) FROM lab_tape"), THREADS, SHARE);
        Report.line(
                "on the tape a call has %d bytes; with all facts, rows and the index it is %d for each call",
                number("SELECT avg(length(body))::bigint FROM lab_tape WHERE get_byte(body, 0) = 0"),
                number("SELECT pg_total_relation_size('lab_tape')") / calls);
        Report.line(
                "%d rows, of which %d are facts of %d bytes; the table has %d kB, its index %d kB, the words have %d kB",
                number("SELECT count(*) FROM lab_tape"),
                number("SELECT count(*) FROM lab_tape WHERE get_byte(body, 0) <> 0"),
                number("SELECT coalesce(avg(length(body)), 0)::bigint FROM lab_tape WHERE get_byte(body, 0) <> 0"),
                number("SELECT pg_relation_size('lab_tape') / 1024"),
                number("SELECT pg_indexes_size('lab_tape') / 1024"),
                number("SELECT pg_total_relation_size('lab_word') / 1024"));
        Report.header("what", "seconds", "calls/s", "calls/min", "of reading the log", "of reading the tape", "CPU s");
        double log = row("read the log, nothing attached", this::readLog, 0, 0);
        double read = row("read the tape, nothing attached", () -> tape.read(strip -> {}), log, 0);
        for (int i = 0; i < RUNS; i++) {
            row("the terms in force alone (fidelity)", () -> play(List.of()), log, read);
        }
        for (int i = 0; i < RUNS; i++) {
            row("and one candidate", () -> play(List.of(dearer())), log, read);
        }
        row("and three candidates", () -> play(THREE), log, read);
        for (int i = 0; i < RUNS; i++) {
            row("three candidates, the last day alone", () -> play(LAST_DAY, THREE, () -> false), log, read);
        }
        told(play(List.of(dearer())));
        bytes("of all", play(ALWAYS, THREE, () -> false));
        bytes("of the last day", play(LAST_DAY, THREE, () -> false));
        live();
    }

    /** How fast the tape is made. */
    private void fold() {
        long head = number("SELECT max(global_index) FROM domain_event");
        Positions positions = platform.bean(Positions.class);
        long start = System.nanoTime();
        long from = positions.of("lab-view");
        while (positions.of("lab-view") < head) {
            Pace.pause(Duration.ofMillis(100));
        }
        double seconds = seconds(start);
        Report.line(
                "the tape folds %.0f events/s (%d events in %.1f s)", (head - from) / seconds, head - from, seconds);
    }

    private double row(String what, Runnable work, double log, double read) {
        Duration cpu = Processes.here().cpu();
        long start = System.nanoTime();
        work.run();
        double seconds = seconds(start);
        double rate = calls / seconds;
        Report.row(
                what,
                seconds,
                Math.round(rate),
                Math.round(60 * rate),
                log == 0 ? "" : String.format(Locale.ROOT, "%.0f %%", 100 * rate / log),
                read == 0 ? "" : String.format(Locale.ROOT, "%.0f %%", 100 * rate / read),
                Processes.here().cpu().minus(cpu).toMillis() / 1e3);
        return rate;
    }

    private void readLog() {
        JdbcTemplate cursor = new JdbcTemplate(jdbc.getDataSource());
        cursor.setFetchSize(FETCH);
        new TransactionTemplate(platform.bean(PlatformTransactionManager.class))
                .executeWithoutResult(transaction ->
                        cursor.query("SELECT * FROM domain_event ORDER BY global_index", (java.sql.ResultSet row) -> {
                            row.getBytes("payload");
                            row.getBytes("meta_data");
                        }));
    }

    private Result play(List<Candidate> candidates) {
        return play(candidates, () -> false);
    }

    private Result play(List<Candidate> candidates, BooleanSupplier cancelled) {
        return play(ALWAYS, candidates, cancelled);
    }

    private Result play(Window window, List<Candidate> candidates, BooleanSupplier cancelled) {
        Question asked = new Question(candidates, window, Cohort.everybody(), 1);
        Result result = lab.run(asked, (done, all) -> {}, cancelled);
        if (!result.isValid()) {
            throw new IllegalStateException("the replay is not true: " + result.fidelity());
        }
        return result;
    }

    private static Candidate dearer() {
        return candidate("a tenth dearer", 11_000);
    }

    private static Candidate candidate(String name, int rateBasisPoints) {
        PriceList prices = new PriceList(1500, new Grace(60, 1), 10);
        return new Candidate(name, prices, Set.of(), rateBasisPoints, 60, List.of(), Map.of());
    }

    /** Changes that mean to change no result are held against what was printed before them. */
    private void bytes(String what, Result result) {
        byte[] outcomes = platform.bean(JsonMapper.class).writeValueAsBytes(result.outcomes());
        Report.line("the outcomes %s: %d bytes, SHA-256 %s", what, outcomes.length, Digests.hex(outcomes));
    }

    private static void told(Result result) {
        CallCounts counts = result.outcomes().get(0).calls();
        Report.line(
                "a tenth dearer: %d calls, %d cut off, %d refused, %d would talk on, %d would be admitted; %d captures checked",
                counts.all(),
                counts.cutOff(),
                counts.refused(),
                counts.wouldTalkOn(),
                counts.wouldBeAdmitted(),
                result.fidelity().checked());
    }

    /** Live commands one after the other, each durable, first alone and then while the lab plays over and over. */
    private void live() {
        Report.header("live commands", "commands/s", "p50 / p99 ms");
        live("alone");
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Void> playing = CompletableFuture.runAsync(() -> {
            while (!over.get()) {
                play(List.of(dearer()));
            }
        });
        live("while the lab plays");
        over.set(true);
        playing.join();
        live("alone again");
    }

    private void live(String when) {
        WalletId wallet = WalletId.of(new AccountId("acc_bench" + System.nanoTime()));
        commands.sendAndWait(new OpenWallet(wallet, CENT.currency(), Instant.now()));
        Latencies taken = new Latencies();
        long start = System.nanoTime();
        while (System.nanoTime() - start < LIVE.toNanos()) {
            long one = System.nanoTime();
            TopUpId topUp = new TopUpId("top_bench" + one);
            commands.sendAndWait(new CreditTopUp(wallet, topUp, CENT, Instant.now()));
            taken.add(System.nanoTime() - one);
        }
        Report.row(
                when,
                Math.round(taken.count() / seconds(start)),
                String.format(Locale.ROOT, "%.2f / %.2f", taken.millis(0.5), taken.millis(0.99)));
    }

    private long number(String sql) {
        return jdbc.queryForObject(sql, Long.class);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
