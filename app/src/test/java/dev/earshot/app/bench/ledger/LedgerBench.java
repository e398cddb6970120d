package dev.earshot.app.bench.ledger;

import dev.earshot.api.account.Role;
import dev.earshot.api.id.AccountId;
import dev.earshot.app.bench.measure.BenchPlatform;
import dev.earshot.app.bench.measure.Latencies;
import dev.earshot.app.bench.measure.Report;
import dev.earshot.platform.security.AccessTokens;
import dev.earshot.query.fold.Positions;
import dev.earshot.query.fold.Views;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;

/** How fast the books are kept from the log, and how fast they answer when they are large. */
public final class LedgerBench {
    private static final String VIEW = "ledger-view";
    private static final long SECOND = 1_000_000_000;

    private final BenchPlatform platform;
    private final HttpClient http = HttpClient.newHttpClient();
    private final SplittableRandom random = new SplittableRandom(42);
    private final String token;

    private LedgerBench(BenchPlatform platform) {
        this.platform = platform;
        this.token = platform.bean(AccessTokens.class)
                .issue(new AccountId("acc_bench"), EnumSet.of(Role.FINANCE), "ses_bench");
    }

    /** {@code -Dbench.calls} are folded, then {@code -Dbench.entries} are made and asked {@code -Dbench.asks} times each. */
    public static void run() throws IOException, InterruptedException {
        int calls = Integer.getInteger("bench.calls", 100_000);
        long entries = Long.getLong("bench.entries", 10_000_000);
        int asks = Integer.getInteger("bench.asks", 300);
        try (var platform = BenchPlatform.start(
                List.of(), "--views.batch=" + Integer.getInteger("bench.batch", 5_000), "--views.pace=0ms")) {
            var bench = new LedgerBench(platform);
            bench.fold(calls);
            bench.grow(entries);
            bench.ask(entries, asks);
            bench.export(Math.min(entries, 500_000));
        }
    }

    private void fold(int calls) {
        var log = platform.bean(EventStore.class);
        var transactions = platform.bean(TransactionManager.class);
        var facts = new PaidCalls();
        for (int member = 0; member < calls / PaidCalls.OF_A_MEMBER; member += 100) {
            List<Object> batch = new ArrayList<>();
            for (int i = member; i < member + 100; i++) {
                batch.addAll(facts.ofMember(i));
            }
            transactions.executeInTransaction(() -> log.publish(
                    batch.stream().map(GenericEventMessage::asEventMessage).toList()));
        }
        long head = log.createHeadToken().position().orElseThrow();
        Views.NAMES.forEach(view -> await(view, head));
        double read = perSecond(head, this::read);
        double fold = perSecond(head, () -> rebuild(head));
        Report.header(
                "Events in the log", "Read, nothing attached, events/s", "Folded by the ledger, events/s", "Ratio");
        Report.row(head, Math.round(read), Math.round(fold), fold / read);
    }

    private static double perSecond(long events, Runnable work) {
        long before = System.nanoTime();
        work.run();
        return events * (double) SECOND / (System.nanoTime() - before);
    }

    private void read() {
        try (var events = platform.bean(EventStore.class).openStream(null)) {
            long head =
                    platform.bean(EventStore.class).createHeadToken().position().orElseThrow();
            while (events.hasNextAvailable()) {
                var event = events.nextAvailable();
                event.getPayload();
                if (event.trackingToken().position().orElse(0) >= head) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void rebuild(long head) {
        StreamingEventProcessor processor = processor();
        processor.shutDown();
        processor.resetTokens();
        processor.start();
        LockSupport.parkNanos(SECOND / 2); // It knows its old place until it has begun.
        await(VIEW, head);
    }

    private StreamingEventProcessor processor() {
        return platform.bean(EventProcessingConfiguration.class)
                .eventProcessor(VIEW, StreamingEventProcessor.class)
                .orElseThrow();
    }

    private void await(String view, long head) {
        while (platform.bean(Positions.class).of(view) < head) {
            LockSupport.parkNanos(SECOND / 100);
        }
    }

    private void grow(long entries) {
        var jdbc = owner();
        processor().shutDown();
        long before = System.nanoTime();
        new MadeLines(jdbc, entries).make();
        platform.bean(TransactionManager.class)
                .executeInTransaction(() -> platform.bean(TokenStore.class)
                        .storeToken(GapAwareTrackingToken.newInstance(entries, Collections.emptySortedSet()), VIEW, 0));
        Report.line("");
        Report.line(
                "Made %,d entries, %,d lines, in %d s; lines and their indexes take %d MB, %d bytes a line.",
                entries,
                2 * entries,
                (System.nanoTime() - before) / SECOND,
                size(jdbc) >> 20,
                size(jdbc) / (2 * entries));
    }

    /** The role that owns the tables: the one that runs may neither build indexes nor look after tables. */
    private JdbcTemplate owner() {
        return new JdbcTemplate(platform.bean(Flyway.class).getConfiguration().getDataSource());
    }

    private static long size(JdbcTemplate jdbc) {
        Long size = jdbc.queryForObject("SELECT pg_total_relation_size('ledger_line')", Long.class);
        return size == null ? 0 : size;
    }

    private void ask(long entries, int asks) throws IOException, InterruptedException {
        Report.header("Question", "times", "p50 ms", "p99 ms");
        Supplier<String> time = () -> "at="
                + MadeLines.START.plusMillis(random.nextLong(MadeLines.MILLIS * 100L, MadeLines.MILLIS * entries));
        Supplier<String> position = () -> "position=" + random.nextLong(1, entries);
        Supplier<String> member =
                () -> "/accounts/MEMBER_CASH/balance?owner=acc_b" + random.nextInt(2, MadeLines.MEMBERS);
        ask("trial balance now", asks, () -> "/trial-balance?");
        ask("trial balance as of a time", asks, () -> "/trial-balance?" + time.get());
        ask("trial balance as of a position", asks, () -> "/trial-balance?" + position.get());
        ask("a member's balance as of a time", asks, () -> member.get() + "&" + time.get());
        ask("a member's balance as of a position", asks, () -> member.get() + "&" + position.get());
        ask("our fees as of a time", asks, () -> "/accounts/PLATFORM_FEES/balance?" + time.get());
        ask("a page of our fees", asks, () -> "/accounts/PLATFORM_FEES/entries?limit=50");
    }

    private void ask(String question, int times, Supplier<String> path) throws IOException, InterruptedException {
        for (int i = 0; i < 20; i++) {
            send(path.get());
        }
        var taken = new Latencies();
        for (int i = 0; i < times; i++) {
            String asked = path.get();
            long before = System.nanoTime();
            send(asked);
            taken.add(System.nanoTime() - before);
        }
        Report.row(question, times, taken.millis(0.5), taken.millis(0.99));
    }

    private void send(String path) throws IOException, InterruptedException {
        var answer = http.send(request(path), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.body());
        }
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(platform.address() + "/v1/ledger" + path))
                .header("Authorization", "Bearer " + token)
                .build();
    }

    /** The heap is measured after a collection, so it is what the export keeps and not what it throws away. */
    private void export(long entries) throws IOException, InterruptedException {
        Report.header("Export", "lines", "lines/s", "heap kept before, MB", "most kept meanwhile, MB");
        Instant until = MadeLines.START.plusMillis(MadeLines.MILLIS * entries);
        for (String format : List.of("csv", "ndjson")) {
            long kept = kept();
            long before = System.nanoTime();
            HttpResponse<InputStream> answer =
                    http.send(request("/export?format=" + format + "&until=" + until), BodyHandlers.ofInputStream());
            long lines = 0;
            long most = kept;
            long collecting = 0;
            byte[] part = new byte[1 << 16];
            long next = 0;
            long bytes = 0;
            try (InputStream body = answer.body()) {
                for (int read = body.read(part); read >= 0; read = body.read(part)) {
                    for (int i = 0; i < read; i++) {
                        lines += part[i] == '\n' ? 1 : 0;
                    }
                    bytes += read;
                    if (bytes >= next) {
                        long begin = System.nanoTime();
                        most = Math.max(most, kept());
                        collecting += System.nanoTime() - begin;
                        next = bytes + (16 << 20);
                    }
                }
            }
            long taken = System.nanoTime() - before - collecting;
            Report.row(format, lines, Math.round(lines * (double) SECOND / taken), kept >> 20, most >> 20);
        }
    }

    private static long kept() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
