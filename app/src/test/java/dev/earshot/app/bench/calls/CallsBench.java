package dev.earshot.app.bench.calls;

import dev.earshot.app.bench.calls.Figures.Timed;
import dev.earshot.app.bench.measure.DatabaseFigures;
import dev.earshot.app.bench.measure.Latencies;
import dev.earshot.app.bench.measure.Pace;
import dev.earshot.app.bench.measure.Processes;
import dev.earshot.app.bench.measure.Report;
import dev.earshot.app.bench.measure.Server;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * How many whole lives of calls a second one machine carries through the API: request, hold, accept, connect, a second of
 * talk, end, capture, earnings. The all-in-one is a process of its own, so that the clients' costs, which the same machine
 * carries, are known apart. Every member and every listener has a stream open all the time.
 */
public final class CallsBench {
    private static final Duration SPAN = Duration.ofSeconds(Long.getLong("bench.seconds", 30));
    /** Long, because a server's first thousands of lives are spent on compiling its code. */
    private static final Duration WARM_UP = Duration.ofSeconds(Long.getLong("bench.warm-up", 90));

    private static final Duration RAMP = Duration.ofSeconds(3);
    private static final int PAIRS = Integer.getInteger("bench.pairs", 500);
    private static final int[] RATES = numbers("bench.rates", "50,100,150,200");
    private static final int[] AT_ONCE = numbers("bench.at-once", "32,128,400");
    private static final int WARM_UP_AT_ONCE = 64;
    private static final int STREAM_RATE = Integer.getInteger("bench.stream-rate", 50);

    private final Server server;
    private final DatabaseFigures figures;
    private final Processes client = Processes.here();
    private final Arrivals arrivals = new Arrivals();
    private final Load load;

    private CallsBench(Server server) throws Exception {
        this.server = server;
        this.figures = server.figures();
        Wire wire = new Wire(server.address());
        Crowd crowd = new Crowd(server.address(), wire, arrivals);
        long start = System.nanoTime();
        crowd.gather(PAIRS);
        Report.line(
                "%d members with money and %d live listeners made through the API in %.1f s; %d streams open",
                PAIRS, PAIRS, (System.nanoTime() - start) / 1e9, 2 * PAIRS);
        load = new Load(wire, crowd.pairs());
    }

    public static void run() throws Exception {
        Path data = Files.createTempDirectory("earshot-bench");
        String session = "--session.access=6h";
        try {
            // Commit times are noted from a second start on.
            try (Server first = Server.start(data, session)) {
                first.figures().noteCommitTimes();
            }
            try (Server server = Server.start(data, session)) {
                new CallsBench(server).measure();
            }
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
    }

    private void measure() {
        load.keep(WARM_UP_AT_ONCE);
        Pace.pause(WARM_UP);
        load.drain();
        header("offered lives/s");
        for (int rate : RATES) {
            offer(rate);
        }
        header("lives at once");
        for (int atOnce : AT_ONCE) {
            load.keep(atOnce);
            Pace.pause(RAMP);
            Span span = new Span(atOnce);
            Pace.pause(SPAN);
            span.end();
            load.drain();
        }
        streams();
    }

    private void offer(int rate) {
        load.offer(rate, RAMP);
        Span span = new Span(rate);
        load.offer(rate, SPAN);
        span.end();
        load.drain();
    }

    /** From the commit of a fact to the arrival at its client's stream. */
    private void streams() {
        load.offer(STREAM_RATE, RAMP);
        arrivals.record(true);
        load.offer(STREAM_RATE, SPAN);
        arrivals.record(false);
        load.drain();
        Report.line("");
        Report.line("To the client's stream, %d streams open, %d lives/s:", 2 * PAIRS, STREAM_RATE);
        Report.header("from", "facts heard", "p50 ms", "p99 ms", "p99.9 ms");
        row(
                "the commit, as PostgreSQL notes it just before it writes it to disk",
                arrivals.sinceCommit(figures.commitTimesAfter(arrivals.firstPosition() - 1)));
        row("the fact's own time, before it is decided and committed", arrivals.sinceItsOwnTime());
    }

    private static void row(String from, Latencies latencies) {
        Report.row(from, latencies.count(), latencies.millis(0.5), latencies.millis(0.99), latencies.millis(0.999));
    }

    private static void header(String given) {
        List<String> titles =
                new ArrayList<>(List.of(given, "lives/s", "failed", "unfinished before", "unfinished after"));
        Arrays.stream(Timed.values())
                .map(timed -> timed.title + ", p50 / p99 ms")
                .forEach(titles::add);
        titles.addAll(List.of(
                "server CPU % of the machine",
                "database CPU %", "clients' CPU %", "transactions/life", "events/life", "WAL kB/life"));
        Report.header(titles.toArray(String[]::new));
    }

    private static int[] numbers(String name, String otherwise) {
        return Stream.of(System.getProperty(name, otherwise).split(","))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    /** What is measured between two moments. */
    private final class Span {
        private final Object given;
        private final int unfinished = load.unfinished();
        private final Figures lives = load.restart();
        private final DatabaseFigures.Work work = figures.work();
        private final Duration serverCpu = server.jvm().cpu();
        private final Duration databaseCpu = server.database().cpu();
        private final Duration clientCpu = client.cpu();
        private final long start = System.nanoTime();

        private Span(Object given) {
            this.given = given;
        }

        private void end() {
            double seconds = (System.nanoTime() - start) / 1e9;
            DatabaseFigures.Work done = figures.work().since(work);
            double count = lives.lives();
            List<Object> cells =
                    new ArrayList<>(List.of(given, count / seconds, lives.failures(), unfinished, load.unfinished()));
            Arrays.stream(Timed.values()).map(timed -> lives.of(timed).spread()).forEach(cells::add);
            cells.addAll(List.of(
                    Processes.share(server.jvm().cpu().minus(serverCpu), seconds),
                    Processes.share(server.database().cpu().minus(databaseCpu), seconds),
                    Processes.share(client.cpu().minus(clientCpu), seconds),
                    done.commits() / count,
                    done.events() / count,
                    done.walBytes() / count / 1024));
            Report.row(cells.toArray());
            if (lives.failures() > 0) {
                Report.line("failed: %s", lives.reasons());
            }
        }
    }
}
