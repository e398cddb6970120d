package dev.earshot.app.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.api.call.CallCommand.RateCall;
import dev.earshot.api.call.CallRefusal;
import dev.earshot.api.earnings.EarningsCommand.CreditEarnings;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.money.Money;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.wallet.WalletCommand.CreditTopUp;
import dev.earshot.api.wallet.WalletEvent;
import dev.earshot.app.client.Api;
import dev.earshot.app.client.Hearts;
import dev.earshot.app.client.Listener;
import dev.earshot.app.client.Member;
import dev.earshot.app.client.Talk;
import dev.earshot.wallet.WalletBook;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The product starts on a generated log, believes it, and goes on; a call that it then lets really happen looks the same. */
class GeneratedLogTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int CALLS = 2_000;
    private static int secondTime;
    private static GeneratedPlatform platform;
    private static List<Row> generated;

    @BeforeAll
    static void generateAndStart() throws IOException {
        Path data = Files.createTempDirectory("earshot-generated");
        assertThat(GeneratedPlatform.generate(CALLS, data)).isEqualTo(Generate.DONE);
        secondTime = GeneratedPlatform.generate(CALLS, data);
        platform = GeneratedPlatform.on(data);
        generated = Row.all(jdbc()).stream()
                .filter(row -> row.timestamp().startsWith("2025"))
                .toList();
    }

    @AfterAll
    static void stop() throws IOException {
        platform.close();
    }

    @Test
    void a_log_that_is_not_empty_is_left_alone() {
        assertThat(secondTime).isEqualTo(Generate.REFUSED);
        assertThat(generated.stream().filter(row -> row.name().equals("CallRequested")))
                .hasSize(CALLS);
    }

    @Test
    void the_same_seed_makes_the_same_bytes_on_one_thread() throws IOException {
        Path other = Files.createTempDirectory("earshot-generated");
        Generate.run("--generate=" + CALLS, "--seed=7", "--generate.threads=1", "--earshot.data=" + other);
        try (var context = new SpringApplicationBuilder(Generating.class)
                .web(WebApplicationType.NONE)
                .run("--earshot.data=" + other, "--logging.level.root=error")) {
            assertThat(Row.all(context.getBean(JdbcTemplate.class))).isEqualTo(generated);
        } finally {
            FileSystemUtils.deleteRecursively(other.toFile());
        }
    }

    @Test
    void positions_and_sequences_follow_one_another_without_a_gap() {
        Map<String, Long> sequences = new HashMap<>();
        long position = 0;
        for (Row row : generated) {
            assertThat(row.position()).isEqualTo(++position);
            assertThat(row.sequence()).isEqualTo(sequences.merge(row.aggregateId(), 0L, (last, zero) -> last + 1));
        }
    }

    @Test
    void every_plan_and_the_card_pay_and_calls_end_in_every_way() {
        Set<String> plans = values("CallRequested", "terms", "plan");
        Set<String> ends = values("CallEnded", "reason");
        Set<String> refusals = values("CallRefused", "reason");
        Set<String> pockets = new java.util.TreeSet<>();
        ofName("HoldCaptured")
                .forEach(row -> row.json()
                        .path("charges")
                        .forEach(charge -> pockets.add(charge.path("pocket").asString())));

        assertThat(plans).containsExactlyInAnyOrder("PAY_PER_MINUTE", "TOKENS", "MOMENTS", "MEMBERSHIP");
        assertThat(pockets).contains("CASH", "TOKENS", "MOMENTS", "ALLOWANCE", "CARD", "PROMO", "GRACE");
        assertThat(ends)
                .contains(
                        "HUNG_UP_BY_MEMBER",
                        "HUNG_UP_BY_LISTENER",
                        "FUNDS_EXHAUSTED",
                        "DECLINED",
                        "CANCELLED",
                        "NO_ANSWER",
                        "CONNECTION_LOST");
        assertThat(refusals).contains("INSUFFICIENT_FUNDS", "LISTENER_BUSY");
    }

    @Test
    void the_wallet_view_has_what_the_wallets_own_code_has() {
        Serializer log = platform.context().getBean("eventSerializer", Serializer.class);
        Map<String, WalletBook> books = new LinkedHashMap<>();
        for (Row row : generated) {
            if ("Wallet".equals(row.aggregateType())) {
                WalletEvent event = log.deserialize(
                        new SimpleSerializedObject<>(row.payload(), String.class, row.payloadType(), row.revision()));
                books.computeIfAbsent(row.aggregateId(), fresh -> new WalletBook())
                        .on(event);
            }
        }
        assertThat(books).hasSizeGreaterThan(50);
        books.forEach((wallet, book) -> {
            Long touchedSince = jdbc().queryForObject(
                            "SELECT count(*) FROM domain_event WHERE aggregate_id = ? AND time_stamp >= '2026'",
                            Long.class,
                            wallet);
            if (touchedSince == 0) { // Else a lot has expired since the platform began.
                JsonNode state = JSON.readTree(log.serialize(book, String.class).getData());
                String view = jdbc().queryForObject(
                                "SELECT pockets FROM wallet_view WHERE wallet_id = ?", String.class, wallet);
                assertThat(balances(JSON.readTree(view)))
                        .as(wallet)
                        .isEqualTo(balances(state.path("pockets").path("purses")));
            }
        });
    }

    @Test
    void what_generated_aggregates_are_asked_then_they_decide() {
        CommandGateway commands = platform.bean(CommandGateway.class);
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        for (Row row : ofName("CallRated").subList(0, 5)) {
            CallId call = new CallId(row.callId());
            AccountId member =
                    new AccountId(row.json().path("parties").path("memberId").asString());
            assertThat(refusal(commands, new RateCall(call, member, 5, now))).isEqualTo(CallRefusal.CALL_ALREADY_RATED);
            WalletId wallet = WalletId.of(member);
            long before = count(wallet.value());
            commands.sendAndWait(
                    new CreditTopUp(wallet, new TopUpId("top_after" + call.suffix()), Money.of(1_000, "USD"), now));
            assertThat(count(wallet.value())).isGreaterThan(before);
        }
        for (Row row : ofName("EarningsCredited").subList(0, 5)) {
            EarningsId earnings = new EarningsId(row.aggregateId());
            long before = count(row.aggregateId());
            commands.sendAndWait(
                    new CreditEarnings(earnings, new CallId(row.callId()), Money.of(1, "USD"), 1, now, now));
            commands.sendAndWait(new CreditEarnings(
                    earnings, new CallId("call_after" + row.position()), Money.of(1, "USD"), 1, now, now));
            assertThat(count(row.aggregateId()))
                    .as("of two credits one is known")
                    .isBetween(before + 2, before + 3);
        }
    }

    @Test
    void nobody_reacts_to_the_past() {
        assertThat(Row.all(jdbc()).stream()
                        .filter(row -> !row.timestamp().startsWith("2025"))
                        .filter(row -> generated.stream()
                                .anyMatch(old ->
                                        !old.callId().isEmpty() && old.callId().equals(row.callId())))
                        .map(Row::name))
                .doesNotContain("HoldPlaced", "HoldReleased", "HoldCaptured", "ListenerEngaged", "CallRefused");
    }

    @Test
    void a_call_that_really_happens_looks_the_same_event_by_event() {
        List<Row> real = live();

        List<String> names = real.stream().map(Row::name).toList();
        List<Row> madeUp = lives().values().stream()
                .filter(life -> life.stream().map(Row::name).toList().equals(names))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no generated call went like " + names));
        assertThat(skeletons(madeUp)).isEqualTo(skeletons(real));
        assertThat(stories(madeUp)).isEqualTo(stories(real));
        assertThat(ofTheCall(madeUp)).isEqualTo(ofTheCall(real));
    }

    /** A call from the request to the earnings, by the clients' own way. */
    private static List<Row> live() {
        Api api = new Api(URI.create(
                "http://127.0.0.1:" + platform.context().getEnvironment().getProperty("local.server.port")));
        try (Hearts hearts = new Hearts(Duration.ofMillis(500))) {
            Listener listener = new Listener(api.signIn("lea", "listener"))
                    .publish("Lea", "grief", "en", 600)
                    .goLive();
            hearts.present(listener);
            Member member = new Member(api.signIn("ann"));
            member.topUp(2_000, "test_ok");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> member.person().get("/v1/wallet").number("available.minor") == 2_000);
            Talk talk = member.call(listener);
            eventually(talk, "RINGING");
            talk.accept().ok();
            hearts.connect(talk);
            eventually(talk, "CONNECTED");
            await().atMost(Duration.ofSeconds(30)).until(() -> talk.state().number("drawnSeconds") >= 2);
            talk.endByMember();
            eventually(talk, "SETTLED");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> lifeOf(talk.callId()).stream()
                            .anyMatch(row -> row.name().equals("TalkCounted")));
            return lifeOf(talk.callId());
        }
    }

    private static void eventually(Talk talk, String status) {
        await().atMost(Duration.ofSeconds(40)).until(() -> talk.status().equals(status));
    }

    private static List<Row> lifeOf(String callId) {
        return Row.all(jdbc()).stream()
                .filter(row -> row.callId().equals(callId))
                .toList();
    }

    /** What happened to each generated call, until its earnings were credited. */
    private static Map<String, List<Row>> lives() {
        return generated.stream()
                .filter(row -> !row.callId().isEmpty() && !row.name().equals("CallRated"))
                .collect(Collectors.groupingBy(Row::callId, LinkedHashMap::new, Collectors.toList()));
    }

    private static List<String> skeletons(List<Row> life) {
        return life.stream().map(Row::skeleton).toList();
    }

    /** Which of them belong to the same story. */
    private static List<Integer> stories(List<Row> life) {
        List<String> known = new ArrayList<>();
        return life.stream()
                .map(row -> {
                    if (!known.contains(row.story())) {
                        known.add(row.story());
                    }
                    return known.indexOf(row.story());
                })
                .toList();
    }

    private static List<Long> ofTheCall(List<Row> life) {
        return life.stream()
                .filter(row -> "Call".equals(row.aggregateType()))
                .map(Row::sequence)
                .toList();
    }

    private static List<Row> ofName(String name) {
        return generated.stream().filter(row -> row.name().equals(name)).toList();
    }

    private static Set<String> values(String name, String... path) {
        return ofName(name).stream()
                .map(row -> {
                    JsonNode at = row.json();
                    for (String field : path) {
                        at = at.path(field);
                    }
                    return at.asString();
                })
                .collect(Collectors.toSet());
    }

    private static Map<String, String> balances(JsonNode purses) {
        Map<String, String> balances = new TreeMap<>();
        purses.forEach(purse -> {
            if (purse.path("balance").asLong() != 0) {
                balances.put(
                        purse.path("pocket").asString() + " "
                                + purse.path("lot").asString(),
                        purse.path("balance").asLong() + " held "
                                + purse.path("held").asLong());
            }
        });
        return balances;
    }

    private static Object refusal(CommandGateway commands, Object command) {
        try {
            commands.sendAndWait(command);
            return "accepted";
        } catch (CommandExecutionException e) {
            return e.getCause() instanceof Refused refused ? refused.code() : e;
        }
    }

    private static long count(String aggregateId) {
        return jdbc().queryForObject(
                        "SELECT count(*) FROM domain_event WHERE aggregate_id = ?", Long.class, aggregateId);
    }

    private static JdbcTemplate jdbc() {
        return platform.jdbc();
    }
}
