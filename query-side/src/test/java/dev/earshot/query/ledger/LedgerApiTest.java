package dev.earshot.query.ledger;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.api.account.Role;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.money.Money;
import dev.earshot.api.wallet.WalletEvent.CashTakenBack;
import dev.earshot.api.wallet.WalletEvent.TopUpCredited;
import dev.earshot.platform.web.Api.Reply;
import dev.earshot.query.QueryTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LedgerApiTest extends QueryTest {
    private static final AccountId FAY = new AccountId("acc_fay");

    @Test
    void a_paid_call_moves_money_from_the_member_to_the_listener_and_to_us_and_leaves_nothing_on_the_way() {
        var grant = story.cash(60);
        given(story.connectedOn(1_000, grant));

        assertThat(balanceOf("MEMBER_CASH", story.member.value())).isEqualTo(801);
        assertThat(balanceOf("HOLDS", story.member.value())).isEqualTo(199);

        given(story.settledAfter(30, grant));

        assertThat(balanceOf("MEMBER_CASH", story.member.value())).isEqualTo(901);
        assertThat(balanceOf("HOLDS", story.member.value())).isZero();
        assertThat(balanceOf("UNAPPLIED_PAYMENTS", story.member.value())).isZero();
        assertThat(balanceOf("PAYABLE_PENDING", story.listenerId.value())).isEqualTo(85);
        assertThat(told("/v1/ledger/entries/" + positionOf("HoldCaptured", story.member.value()))
                        .body()
                        .path("lines")
                        .valueStream()
                        .map(line -> "%s %d %d"
                                .formatted(
                                        line.path("account").asString(),
                                        line.path("debit").asLong(),
                                        line.path("credit").asLong())))
                .containsExactlyInAnyOrder(
                        "HOLDS 199 0", "MEMBER_CASH 0 100", "CALLS_IN_PROGRESS 0 85", "PLATFORM_FEES 0 14");
        assertBalanced(told("/v1/ledger/trial-balance"));
    }

    @Test
    void a_statement_runs_backwards_page_by_page_and_each_line_names_its_fact() {
        var grant = story.cash(60);
        given(story.connectedOn(1_000, grant));
        given(story.settledAfter(30, grant));

        String path = "/v1/ledger/accounts/MEMBER_CASH/entries?owner=" + story.member + "&limit=2";
        Reply first = told(path);
        Reply second = told(path + "&cursor=" + first.body().path("next").asString());

        assertThat(facts(first)).containsExactly("HoldCaptured", "HoldPlaced");
        assertThat(first.body().path("items").path(0).path("balance").asLong()).isEqualTo(901);
        assertThat(facts(second)).containsExactly("TopUpCredited");
        JsonNode line = second.body().path("items").path(0);
        assertThat(jdbc.queryForObject(
                        "SELECT global_index FROM domain_event WHERE event_id = ?",
                        Long.class,
                        line.path("eventId").asString()))
                .isEqualTo(line.path("position").asLong());
        assertThat(second.body().has("next")).isFalse();
    }

    /** Facts are told late and out of order, over several blocks of lines; every answer is that of adding everything up. */
    @Test
    void a_balance_as_of_any_time_and_any_position_is_the_sum_of_what_had_happened() {
        Random random = new Random(7);
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        for (int batch = 0; batch < 8; batch++) {
            List<Object> facts = new ArrayList<>();
            for (int i = 0; i < 900; i++) {
                long second = batch * 900 + i;
                long late = random.nextInt(100) == 0 ? random.nextInt(6_000) : random.nextInt(5);
                facts.add(credited("r" + random.nextInt(5), batch + "x" + i, start.plusSeconds(second - late)));
            }
            publish(facts.toArray());
        }
        awaitViews();
        assertThat(jdbc.queryForObject("SELECT count(*) FROM ledger_block", Integer.class))
                .isGreaterThan(3);
        long head = head();

        for (int i = 0; i < 60; i++) {
            long position = head - random.nextInt(7_200);
            String owner = "acc_r" + random.nextInt(5);
            Timed time = new Timed(start.plusSeconds(random.nextInt(7_200)).truncatedTo(ChronoUnit.SECONDS));
            assertThat(totals("position=" + position))
                    .as("at %d", position)
                    .isEqualTo(added("position <= " + position));
            assertThat(totals("at=" + time.at())).as("at %s", time).isEqualTo(added(time.upTo()));
            assertThat(balance("MEMBER_CASH", owner, "position=" + position))
                    .isEqualTo(added("position <= " + position, owner));
            assertThat(balance("MEMBER_CASH", owner, "at=" + time.at())).isEqualTo(added(time.upTo(), owner));
            assertThat(balanceOfAll("MEMBER_CASH", "at=" + time.at()))
                    .isEqualTo(-added(time.upTo()).getOrDefault("2010", 0L));
        }
        assertThat(totals("")).isEqualTo(added("true"));
    }

    @Test
    void what_cannot_be_answered_is_refused_by_name() {
        given(credited("bad", "1", Instant.parse("2026-02-01T00:00:00Z")));
        given(new TopUpCredited(
                new WalletId("wal_bad"),
                new TopUpId("top_badEur"),
                Money.of(5, "EUR"),
                Instant.parse("2026-02-01T00:00:00Z")));

        Map.of(
                        "/v1/ledger/accounts/GOLD/balance", "LEDGER_ACCOUNT_UNKNOWN",
                        "/v1/ledger/trial-balance?at=1999-01-01T00:00:00Z", "LEDGER_NOT_BEGUN",
                        "/v1/ledger/trial-balance?position=0", "LEDGER_NOT_BEGUN",
                        "/v1/ledger/trial-balance?position=999999999", "LEDGER_POSITION_AHEAD",
                        "/v1/ledger/trial-balance?position=1&at=2026-02-01T00:00:00Z", "LEDGER_MOMENT_AMBIGUOUS",
                        "/v1/ledger/accounts/MEMBER_CASH/entries", "LEDGER_OWNER_NEEDED",
                        "/v1/ledger/accounts/PLATFORM_FEES/entries?owner=acc_bad", "LEDGER_OWNER_UNEXPECTED",
                        "/v1/ledger/accounts/MEMBER_CASH/balance?owner=acc_bad", "LEDGER_CURRENCY_NEEDED",
                        "/v1/ledger/entries/999999999", "LEDGER_ENTRY_UNKNOWN",
                        "/v1/ledger/export?format=xls", "LEDGER_FORMAT_UNKNOWN")
                .forEach((path, code) -> assertThat(told(path).code()).as(path).isEqualTo(code));
        assertThat(told("/v1/ledger/export?from=2026-02-02T00:00:00Z&until=2026-02-01T00:00:00Z")
                        .code())
                .isEqualTo("LEDGER_PERIOD_INVALID");
        assertThat(told("/v1/ledger/accounts/MEMBER_CASH/balance?owner=acc_bad&currency=EUR")
                        .body()
                        .path("balances")
                        .path(0)
                        .path("minor")
                        .asLong())
                .isEqualTo(5);
    }

    @Test
    void members_and_admins_do_not_read_the_books() {
        assertThat(get("/v1/ledger/accounts", FAY, Role.MEMBER).status()).isEqualTo(403);
        assertThat(get("/v1/ledger/accounts", FAY, Role.ADMIN).status()).isEqualTo(403);
        assertThat(get("/v1/ledger/accounts", FAY, Role.SUPERADMIN).status()).isEqualTo(200);
    }

    @Test
    void both_formats_export_the_same_lines_of_a_period_and_tell_beforehand_how_many() {
        Instant noon = Instant.parse("2026-03-01T12:00:00Z");
        given(
                credited("exp", "1", noon.minusSeconds(1)),
                credited("exp", "2", noon),
                credited("exp", "3", noon.plusSeconds(60)));

        String period = "/v1/ledger/export?from=2026-03-01T12:00:00Z&until=2026-03-01T12:01:00Z";
        Reply csv = told(period);
        Reply ndjson = told(period + "&format=ndjson");

        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.header("Earshot-Lines")).isEqualTo("2");
        assertThat(csv.http().body().lines().findFirst())
                .hasValue("position,eventId,fact,at,account,number,owner,currency,debit,credit,balance");
        List<String> fromJson = ndjson.http()
                .body()
                .lines()
                .map(line -> String.join(
                        ",",
                        StreamSupport.stream(JsonMapper.shared().readTree(line).spliterator(), false)
                                .map(JsonNode::asString)
                                .toList()))
                .toList();
        assertThat(csv.http().body().lines().skip(1).toList())
                .isEqualTo(fromJson)
                .hasSize(2);
        assertThat(told("/v1/ledger/accounts/MEMBER_CASH/export?owner=acc_exp").header("Earshot-Lines"))
                .isEqualTo("3");
    }

    @Test
    void books_built_again_are_the_same_to_the_last_row() {
        var grant = story.cash(60);
        given(story.connectedOn(1_000, grant));
        given(story.settledAfter(30, grant));
        given(new CashTakenBack(story.wallet, story.topUp, Money.of(5, "USD"), story.at(90)));
        List<String> before = rows();
        jdbc.execute("TRUNCATE ledger_line, ledger_block_total, ledger_memory");

        api.post("/v1/admin/projections/ledger-view/rebuild")
                .bearer(token(FAY, Role.ADMIN))
                .key("again" + story.suffix)
                .send();

        await().atMost(20, SECONDS).untilAsserted(() -> assertThat(rows()).isEqualTo(before));
    }

    private List<String> rows() {
        List<String> rows = new ArrayList<>();
        for (String table : List.of("account", "fact", "line", "block", "block_total", "memory")) {
            rows.addAll(jdbc.queryForList("SELECT t::text FROM ledger_" + table + " AS t ORDER BY 1", String.class));
        }
        return rows;
    }

    private static TopUpCredited credited(String who, String name, Instant at) {
        return new TopUpCredited(new WalletId("wal_" + who), new TopUpId("top_" + who + name), Money.of(7, "USD"), at);
    }

    private record Timed(Instant at) {
        String upTo() {
            return "at <= '" + at + "'";
        }
    }

    private Reply told(String path) {
        return get(path, FAY, Role.FINANCE);
    }

    private static List<String> facts(Reply page) {
        return page.body()
                .path("items")
                .valueStream()
                .map(line -> line.path("fact").asString())
                .toList();
    }

    private long positionOf(String fact, String owner) {
        return told("/v1/ledger/accounts/MEMBER_CASH/entries?owner=" + owner)
                .body()
                .path("items")
                .valueStream()
                .filter(line -> line.path("fact").asString().equals(fact))
                .findFirst()
                .orElseThrow()
                .path("position")
                .asLong();
    }

    private long balanceOf(String code, String owner) {
        return balance(code, owner, "");
    }

    private long balance(String code, String owner, String moment) {
        return first(told("/v1/ledger/accounts/" + code + "/balance?owner=" + owner + "&" + moment));
    }

    private long balanceOfAll(String code, String moment) {
        return first(told("/v1/ledger/accounts/" + code + "/balance?currency=USD&" + moment));
    }

    private static long first(Reply reply) {
        return reply.body().path("balances").path(0).path("minor").asLong(0);
    }

    private Map<String, Long> totals(String moment) {
        Map<String, Long> totals = new TreeMap<>();
        Reply reply = told("/v1/ledger/trial-balance?currency=USD&" + moment);
        assertThat(reply.status()).as(reply.http().body()).isEqualTo(200);
        assertBalanced(reply);
        reply.body()
                .path("items")
                .forEach(item -> totals.put(
                        item.path("number").asString(),
                        item.path("debit").path("minor").asLong()
                                - item.path("credit").path("minor").asLong()));
        return totals;
    }

    private static void assertBalanced(Reply trialBalance) {
        trialBalance
                .body()
                .path("currencies")
                .forEach(sum -> assertThat(sum.path("balanced").asBoolean())
                        .as(trialBalance.http().body())
                        .isTrue());
    }

    private Map<String, Long> added(String which) {
        Map<String, Long> sums = new TreeMap<>();
        jdbc.query(
                "SELECT code, sum(amount) AS sum FROM ledger_line JOIN ledger_account ON id = account"
                        + " WHERE currency = 'USD' AND " + which + " GROUP BY code HAVING sum(amount) <> 0",
                row -> {
                    sums.put(row.getString("code"), row.getLong("sum"));
                });
        return sums;
    }

    private long added(String which, String owner) {
        Long sum = jdbc.queryForObject(
                "SELECT coalesce(-sum(amount), 0) FROM ledger_line JOIN ledger_account ON id = account"
                        + " WHERE code = 2010 AND owner = ? AND " + which,
                Long.class,
                owner);
        return sum == null ? 0 : sum;
    }
}
