package dev.earshot.app.bench.hooks;

import dev.earshot.api.id.TopUpId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.money.Money;
import dev.earshot.api.topup.TopUpCommand.RequestTopUp;
import dev.earshot.api.wallet.WalletCommand.OpenWallet;
import dev.earshot.app.bench.measure.BenchPlatform;
import dev.earshot.app.bench.measure.Latencies;
import dev.earshot.app.bench.measure.Pace;
import dev.earshot.app.bench.measure.Processes;
import dev.earshot.app.bench.measure.Report;
import dev.earshot.app.hooks.HookDoor;
import dev.earshot.platform.secrets.Secrets;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How many signed hooks a second are verified, kept and acknowledged, by how many connections, and how many are worked off:
 * each pays a top-up of its own. The plain way is one INSERT a hook, each in a transaction, over one connection, with
 * nothing verified and nobody answering.
 */
public final class HooksBench {
    private static final int[] CONNECTIONS = Arrays.stream(
                    System.getProperty("bench.connections", "1,8,32").split(","))
            .mapToInt(Integer::parseInt)
            .toArray();
    private static final int HOOKS = Integer.getInteger("bench.hooks", 10_000);
    private static final int WARM_UP = Integer.getInteger("bench.warm-up", 5_000);
    private static final Duration LOOK = Duration.ofMillis(10);

    private final BenchPlatform platform;
    private final Processes jvm = Processes.here();
    private final Processes database;
    private final HookDoor door;
    private final JdbcTemplate jdbc;
    private final CommandGateway commands;
    private int made;

    private HooksBench(BenchPlatform platform) {
        this.platform = platform;
        this.database = platform.database();
        this.door = new HookDoor(
                URI.create(platform.address()), platform.bean(Secrets.class).get("sandbox-hooks"));
        this.jdbc = platform.bean(JdbcTemplate.class);
        this.commands = platform.bean(CommandGateway.class);
    }

    public static void run() throws Exception {
        try (BenchPlatform platform = BenchPlatform.start(
                List.of(), "--web.rate-limit.hooks-per-second=1000000", "--web.rate-limit.hooks-burst=1000000")) {
            // The sandbox would settle the top-ups before any hook could.
            platform.bean(EventProcessingConfiguration.class)
                    .eventProcessor("payments")
                    .orElseThrow()
                    .shutDown();
            new HooksBench(platform).measure();
        }
    }

    private void measure() throws SQLException {
        told(8, WARM_UP, new Latencies());
        Report.header(
                "way",
                "connections",
                "hooks kept/s",
                "acknowledged p50 ms",
                "p99 ms",
                "worked off/s",
                "CPU % of the machine, clients' too",
                "database CPU %");
        double best = 0;
        for (int connections : CONNECTIONS) {
            best = Math.max(best, row(connections));
        }
        double plain = plain(HOOKS);
        Report.row("plain INSERT", 1, plain, "", "", "", "", "");
        Report.line("");
        Report.line("The best keeps %.2f times as many as the plain INSERT.", best / plain);
    }

    private double row(int connections) {
        Duration jvmCpu = jvm.cpu();
        Duration databaseCpu = database.cpu();
        Latencies latencies = new Latencies();
        long start = System.nanoTime();
        Rates rates = told(connections, HOOKS, latencies);
        double seconds = (System.nanoTime() - start) / 1e9;
        Report.row(
                "HTTP",
                connections,
                rates.kept(),
                latencies.millis(0.5),
                latencies.millis(0.99),
                rates.workedOff(),
                Processes.share(jvm.cpu().minus(jvmCpu), seconds),
                Processes.share(database.cpu().minus(databaseCpu), seconds));
        return rates.kept();
    }

    /** How many a second were acknowledged, and how many were done from the first delivery to the last command. */
    private record Rates(double kept, double workedOff) {}

    private Rates told(int connections, int hooks, Latencies latencies) {
        List<String> bodies = topUpsToPay(hooks);
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        Thread[] clients = IntStream.range(0, connections)
                .mapToObj(number -> new Thread(() -> deliver(bodies, next, latencies)))
                .toArray(Thread[]::new);
        Arrays.stream(clients).forEach(Thread::start);
        Arrays.stream(clients).forEach(HooksBench::join);
        double kept = (System.nanoTime() - start) / 1e9;
        while (waiting() > 0) {
            Pace.pause(LOOK);
        }
        double workedOff = (System.nanoTime() - start) / 1e9;
        return new Rates(hooks / kept, hooks / workedOff);
    }

    private void deliver(List<String> bodies, AtomicInteger next, Latencies latencies) {
        for (int i = next.getAndIncrement(); i < bodies.size(); i = next.getAndIncrement()) {
            long start = System.nanoTime();
            int status = door.deliver(bodies.get(i));
            latencies.add(System.nanoTime() - start);
            if (status != 200) {
                throw new IllegalStateException("a hook was answered by " + status);
            }
        }
    }

    /** Asks for top-ups that nobody pays yet, and answers the hooks that will. */
    private List<String> topUpsToPay(int count) {
        Instant now = Instant.now();
        List<Integer> numbers = IntStream.range(made, made + count).boxed().toList();
        made += count;
        CompletableFuture.allOf(numbers.stream()
                        .map(number -> commands.send(new OpenWallet(wallet(number), Currency.getInstance("USD"), now)))
                        .toArray(CompletableFuture[]::new))
                .join();
        CompletableFuture.allOf(numbers.stream()
                        .map(number -> commands.send(new RequestTopUp(
                                new TopUpId("top_b" + number), wallet(number), Money.of(2_000, "USD"), "test_ok", now)))
                        .toArray(CompletableFuture[]::new))
                .join();
        return numbers.stream().map(HooksBench::body).toList();
    }

    private static WalletId wallet(int number) {
        return new WalletId("wal_b" + number);
    }

    private static String body(int number) {
        return """
                {"id":"sev_b%d","type":"payment.paid","payment":"sbx_b%d","subject":"top_b%d",\
                "amount":{"minor":2000,"currency":"USD"},"at":"2026-01-01T10:00:00Z"}""".formatted(number, number, number);
    }

    private int waiting() {
        return jdbc.queryForObject("SELECT count(*) FROM hook_event WHERE status = 'RECEIVED'", Integer.class);
    }

    /** The same rows, one by one. */
    private double plain(int hooks) throws SQLException {
        long start = System.nanoTime();
        try (Connection connection = platform.bean(DataSource.class).getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO hook_event (provider, event_id, type, received_at, body, meaning, status, next_try_at)"
                                + " VALUES ('plain', ?, 'payment.paid', ?, ?, ?, 'PROCESSED', ?)")) {
            Timestamp now = Timestamp.from(Instant.now());
            byte[] body = body(0).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            for (int i = 0; i < hooks; i++) {
                insert.setString(1, "sev_p" + i);
                insert.setTimestamp(2, now);
                insert.setBytes(3, body);
                insert.setBytes(4, new byte[32]);
                insert.setTimestamp(5, now);
                insert.executeUpdate();
            }
        }
        return hooks / ((System.nanoTime() - start) / 1e9);
    }

    private static void join(Thread client) {
        try {
            client.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
