package dev.earshot.app.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.api.id.CallId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Grace;
import dev.earshot.api.pricing.Moments;
import dev.earshot.api.pricing.PayPerMinute;
import dev.earshot.api.pricing.Terms;
import dev.earshot.api.topup.TopUpCommand.ConfirmTopUp;
import dev.earshot.api.topup.TopUpCommand.RequestPack;
import dev.earshot.api.topup.TopUpCommand.RequestTopUp;
import dev.earshot.api.wallet.WalletCommand.CaptureHold;
import dev.earshot.api.wallet.WalletCommand.OpenWallet;
import dev.earshot.api.wallet.WalletCommand.PlaceHold;
import dev.earshot.app.Earshot;
import dev.earshot.app.hooks.TopUp.Brings;
import dev.earshot.app.hooks.TopUp.End;
import dev.earshot.platform.database.TestDatabase;
import dev.earshot.platform.secrets.Secrets;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** An all-in-one on an empty database, in which several worlds live side by side, and the network that tells of them. */
final class HookWorlds implements AutoCloseable {
    private static final int SENDERS = 32;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String METHOD = "test_ok";
    private static final Grace NO_GRACE = new Grace(0, 0);
    private static final Money A_CENT_A_SECOND = Money.of(60, "USD");
    private static final Column<Holding> HOLDING = row -> new Holding(row.getLong(2), row.getLong(3), row.getLong(4));

    private interface Column<T> {
        T of(ResultSet row) throws SQLException;
    }

    private final ConfigurableApplicationContext context;
    private final JdbcTemplate jdbc;
    private final CommandGateway commands;
    private final HookDoor door;
    private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS);

    private HookWorlds(ConfigurableApplicationContext context) {
        this.context = context;
        this.jdbc = context.getBean(JdbcTemplate.class);
        this.commands = context.getBean(CommandGateway.class);
        this.door = new HookDoor(
                URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port")),
                context.getBean(Secrets.class).get("sandbox-hooks"));
        // Nobody asks the sandbox's network for money: what it tells is told by the script.
        context.getBean(EventProcessingConfiguration.class)
                .eventProcessor("payments")
                .orElseThrow()
                .shutDown();
    }

    static HookWorlds start() {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--logging.level.root=error",
                "--logging.level.dev.earshot=error",
                "--web.rate-limit.hooks-per-second=1000000",
                "--web.rate-limit.hooks-burst=1000000",
                "--hooks.every=50ms",
                "--hooks.attempts=4",
                "--hooks.first-wait=50ms",
                "--hooks.pull-every=500ms"));
        TestDatabase.fresh().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        var started = new AtomicReference<ConfigurableApplicationContext>();
        var watch = new SpringApplicationRunListener() {
            @Override
            public void contextLoaded(ConfigurableApplicationContext context) {
                started.set(context);
            }
        };
        SpringApplication.withHook(application -> watch, () -> Earshot.main(arguments.toArray(String[]::new)));
        return new HookWorlds(started.get());
    }

    /** Makes this world's wallets, and asks for its top-ups. */
    void open(String world, Script script) {
        Instant now = Instant.now();
        all(Stream.iterate(0, number -> number < script.wallets(), number -> number + 1)
                .map(number -> new OpenWallet(wallet(world, number), Currency.getInstance("USD"), now)));
        all(script.topUps().stream().map(topUp -> request(world, topUp, now)));
        jdbc.batchUpdate(
                "INSERT INTO open_top_up (top_up_id, provider, amount_minor, currency, method, asked_at, ask_again_at,"
                        + " settled, reference) VALUES (?, 'sandbox', ?, 'USD', 'test_ok', ?, ?, true, ?)",
                script.topUps(),
                1_000,
                (statement, topUp) -> {
                    statement.setString(1, topUp(world, topUp).value());
                    statement.setLong(2, topUp.minor());
                    statement.setTimestamp(3, Timestamp.from(now));
                    statement.setTimestamp(4, Timestamp.from(now));
                    statement.setString(5, Told.payment(world, topUp.number()));
                });
        spend(world, script.spent(), now);
    }

    /** Some payments were found out by asking, and calls have spent what they brought before any hook comes. */
    private void spend(String world, List<TopUp> spent, Instant now) {
        long before = credits();
        all(spent.stream()
                .map(topUp -> new ConfirmTopUp(
                        topUp(world, topUp), topUp.price(), Told.payment(world, topUp.number()), now)));
        eventually(() -> assertThat(credits()).isEqualTo(before + spent.size()));
        all(spent.stream()
                .map(topUp -> new PlaceHold(
                        wallet(world, topUp.wallet()),
                        call(world, topUp),
                        terms(topUp),
                        topUp.spent(),
                        topUp.spent(),
                        now)));
        all(spent.stream()
                .map(topUp -> new CaptureHold(wallet(world, topUp.wallet()), call(world, topUp), topUp.spent(), now)));
    }

    /** Delivers all of them, several at a time, in about this order. */
    void deliver(List<String> bodies) {
        send(bodies.stream()
                        .<Callable<Integer>>map(body -> () -> door.deliver(body))
                        .toList())
                .forEach(status -> assertThat(status).isEqualTo(200));
    }

    /** Delivers them with a signature of somebody else. */
    void forge(List<String> bodies) {
        String signature = "t=" + Instant.now().getEpochSecond() + ",v1=" + "0".repeat(64);
        send(bodies.stream()
                        .<Callable<Integer>>map(
                                body -> () -> door.deliver(body.replace("\"sev_", "\"sev_forged"), signature))
                        .toList())
                .forEach(status -> assertThat(status).isEqualTo(400));
    }

    /** The network has told these, and they got lost on the way. */
    void lose(List<Told> hooks, String world) {
        Timestamp now = Timestamp.from(Instant.now());
        jdbc.batchUpdate(
                "INSERT INTO sandbox_event (event_id, body, happened_at, due_at, to_come) VALUES (?, ?, ?, ?, 0)",
                hooks,
                1_000,
                (statement, hook) -> {
                    statement.setString(1, hook.eventId(world));
                    statement.setString(2, hook.body(world));
                    statement.setTimestamp(3, now);
                    statement.setTimestamp(4, now);
                });
    }

    /** Waits until so many hooks have come to something. */
    void eventuallyProcessed(int hooks) {
        eventually(() -> assertThat(jdbc.queryForObject(
                        "SELECT count(*) FROM hook_event WHERE status <> 'RECEIVED'", Integer.class))
                .isEqualTo(hooks));
    }

    void eventually(ThrowingRunnable comesTrue) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).untilAsserted(comesTrue);
    }

    /** What each wallet holds, by its number. */
    Map<Integer, Holding> holdings(String world) {
        return byNumber("wal_" + world, HOLDING, """
                SELECT wallet_id, coalesce(sum(balance) FILTER (WHERE pocket = 'CASH'), 0) - owed,
                    coalesce(sum(balance) FILTER (WHERE pocket = 'MOMENTS'), 0),
                    coalesce(sum(balance) FILTER (WHERE pocket = 'TOKENS'), 0)
                FROM wallet_view, json_to_recordset(pockets::json) AS p (pocket text, balance bigint)
                WHERE wallet_id LIKE ? || '%' GROUP BY wallet_id""");
    }

    /** The same by what its entries come to. */
    Map<Integer, Holding> ledgers(String world) {
        return byNumber("wal_" + world, HOLDING, """
                SELECT wallet_id, coalesce(sum(amount) FILTER (WHERE pocket = 'CASH'), 0) - coalesce(sum(e.owed), 0),
                    coalesce(sum(amount) FILTER (WHERE pocket = 'MOMENTS'), 0),
                    coalesce(sum(amount) FILTER (WHERE pocket = 'TOKENS'), 0)
                FROM wallet_view LEFT JOIN wallet_entry e USING (wallet_id)
                WHERE wallet_id LIKE ? || '%' GROUP BY wallet_id""");
    }

    /** Wallets that owe something although there is money in them, and no call holds it. */
    List<String> debtorsWithCash() {
        return jdbc.queryForList("""
                SELECT wallet_id FROM wallet_view, json_to_recordset(pockets::json) AS p (pocket text, balance bigint)
                WHERE owed > 0 AND pocket = 'CASH' AND balance > 0""", String.class);
    }

    Map<Integer, End> topUps(String world) {
        return byNumber(
                "top_" + world,
                row -> new End(row.getString(2), row.getLong(3), row.getLong(4), row.getLong(5)),
                "SELECT top_up_id, status, refunded, disputed, reversed FROM top_up_view WHERE top_up_id LIKE ? || '%'");
    }

    Map<Integer, String> hooks(String world) {
        return byNumber(
                "sev_" + world,
                row -> row.getString(2),
                "SELECT event_id, status FROM hook_event WHERE event_id LIKE ? || '%'");
    }

    Map<Integer, Integer> deliveries(String world) {
        return byNumber("sev_" + world, row -> row.getInt(2), """
                SELECT event_id, deliveries FROM hook_event WHERE event_id LIKE ? || '%'""");
    }

    Set<Integer> changed(String world) {
        return byNumber("sev_" + world, row -> row.getString(1), """
                        SELECT event_id FROM hook_event WHERE event_id LIKE ? || '%' AND changed_body IS NOT NULL""").keySet();
    }

    /** How often anything was credited to any wallet. */
    long credits() {
        return entries("'TOP_UP', 'PURCHASE'");
    }

    /** How many calls were paid. */
    long calls() {
        return entries("'CALL'");
    }

    private long entries(String kinds) {
        return jdbc.queryForObject("SELECT count(*) FROM wallet_entry WHERE kind IN (" + kinds + ")", Long.class);
    }

    @Override
    public void close() {
        senders.shutdownNow();
        context.close();
    }

    private static Object request(String world, TopUp topUp, Instant now) {
        WalletId wallet = wallet(world, topUp.wallet());
        return topUp.brings() == Brings.CASH
                ? new RequestTopUp(topUp(world, topUp), wallet, topUp.price(), METHOD, now)
                : new RequestPack(topUp(world, topUp), wallet, topUp.pack(), METHOD, now);
    }

    /** A cent or a bought second for each second. */
    private static Terms terms(TopUp topUp) {
        return topUp.brings() == Brings.CASH
                ? new PayPerMinute(1_500, NO_GRACE).termsFor(A_CENT_A_SECOND)
                : new Moments(1_500, NO_GRACE).termsFor(A_CENT_A_SECOND, false);
    }

    private static TopUpId topUp(String world, TopUp topUp) {
        return new TopUpId("top_" + world + topUp.number());
    }

    private static CallId call(String world, TopUp topUp) {
        return new CallId("call_" + world + topUp.number());
    }

    private static WalletId wallet(String world, int number) {
        return new WalletId("wal_" + world + number);
    }

    private void all(Stream<?> wishes) {
        CompletableFuture.allOf(wishes.map(commands::send).toArray(CompletableFuture[]::new))
                .join();
    }

    private List<Integer> send(List<Callable<Integer>> deliveries) {
        try {
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : senders.invokeAll(deliveries)) {
                answers.add(answer.get());
            }
            return answers;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> Map<Integer, T> byNumber(String prefix, Column<T> column, String question) {
        Map<Integer, T> found = new HashMap<>();
        jdbc.query(
                question,
                row -> {
                    found.put(Integer.valueOf(row.getString(1).substring(prefix.length())), column.of(row));
                },
                prefix);
        return found;
    }
}
