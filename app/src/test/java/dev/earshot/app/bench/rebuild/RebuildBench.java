package dev.earshot.app.bench.rebuild;

import dev.earshot.app.bench.measure.BenchPlatform;
import dev.earshot.app.bench.measure.Pace;
import dev.earshot.app.bench.measure.Processes;
import dev.earshot.app.bench.measure.Report;
import dev.earshot.app.generate.Generate;
import dev.earshot.query.fold.Positions;
import dev.earshot.query.fold.Views;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Generates a marketplace, then lets each view fold its log from the beginning, one at a time and all at once. What counts is
 * how many events of the log a view is past in a second, whether or not it has to do with them; beside it stands what it
 * takes to read the same log and do nothing.
 */
public final class RebuildBench {
    private static final int CALLS = Integer.getInteger("bench.calls", 20_000);
    private static final int BATCH = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final BenchPlatform platform;
    private final Positions positions;
    private final long head;
    private final long events;
    private double readPlainly;

    private RebuildBench(BenchPlatform platform) {
        this.platform = platform;
        positions = platform.bean(Positions.class);
        JdbcTemplate jdbc = platform.bean(JdbcTemplate.class);
        head = jdbc.queryForObject("SELECT max(global_index) FROM domain_event", Long.class);
        events = jdbc.queryForObject("SELECT count(*) FROM domain_event", Long.class);
    }

    public static void run() throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("earshot-bench");
        Generate.run("--generate=" + CALLS, "--seed=7", "--earshot.data=" + data);
        try (BenchPlatform platform = BenchPlatform.startOn(data, List.of())) {
            platform.bean(EventProcessingConfiguration.class).eventProcessors().values().stream()
                    .parallel()
                    .forEach(processor -> processor.shutDown());
            new RebuildBench(platform).measure();
        }
    }

    private void measure() throws InterruptedException {
        Report.line("%d calls, %d events", CALLS, events);
        Report.header("what", "events/s", "of reading plainly", "machine % (server)", "database %");
        for (int round = 0; round < 2; round++) { // The first one warms the code and the cache.
            String note = round == 0 ? " (cold)" : "";
            readPlainly = row("reading by JDBC, nothing attached" + note, this::readByJdbc);
            row("reading through Axon, deserialised, nothing attached" + note, this::readThroughAxon);
        }
        for (String view : views()) {
            row(view, () -> rebuild(Set.of(view)));
        }
        row("all of them at once", () -> rebuild(Set.copyOf(views())));
    }

    private static List<String> views() {
        String chosen = System.getProperty("bench.views", "");
        return chosen.isEmpty() ? Views.NAMES : Arrays.asList(chosen.split(","));
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private double row(String what, Work work) throws InterruptedException {
        Processes server = Processes.here();
        Processes database = platform.database();
        Duration serverBefore = server.cpu();
        Duration databaseBefore = database.cpu();
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        double rate = events / seconds;
        Report.row(
                what,
                Math.round(rate),
                readPlainly == 0 ? 1.0 : rate / readPlainly,
                Processes.share(server.cpu().minus(serverBefore), seconds),
                Processes.share(database.cpu().minus(databaseBefore), seconds));
        return rate;
    }

    private void readByJdbc() {
        JdbcTemplate jdbc = platform.bean(JdbcTemplate.class);
        long position = 0;
        while (position < head) {
            position = jdbc.query(
                    "SELECT * FROM domain_event WHERE global_index > ? ORDER BY global_index LIMIT ?",
                    (ResultSet rows) -> {
                        long last = 0;
                        while (rows.next()) {
                            last = rows.getLong("global_index");
                            rows.getBytes("payload");
                            rows.getBytes("meta_data");
                        }
                        return last;
                    },
                    position,
                    BATCH);
        }
    }

    private void readThroughAxon() throws InterruptedException {
        try (BlockingStream<TrackedEventMessage<?>> stream =
                platform.bean(EventStore.class).openStream(null)) {
            for (long position = 0; position < head; ) {
                var event = stream.nextAvailable();
                event.getPayload();
                position = event.trackingToken().position().orElseThrow();
            }
        }
    }

    private void rebuild(Set<String> views) {
        var processors = views.stream().map(this::processor).collect(Collectors.toSet());
        processors.forEach(StreamingEventProcessor::resetTokens);
        processors.forEach(StreamingEventProcessor::start);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (views.stream().anyMatch(view -> positions.of(view) < head)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not all of " + views + " were built in " + PATIENCE);
            }
            Pace.pause(Duration.ofMillis(5));
        }
        processors.forEach(StreamingEventProcessor::shutDown);
    }

    private StreamingEventProcessor processor(String view) {
        return platform.bean(EventProcessingConfiguration.class)
                .eventProcessor(view, StreamingEventProcessor.class)
                .orElseThrow();
    }
}
