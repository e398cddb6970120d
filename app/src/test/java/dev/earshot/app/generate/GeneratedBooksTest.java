package dev.earshot.app.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.api.id.ListenerId;
import dev.earshot.api.pricing.Grace;
import dev.earshot.api.pricing.PriceList;
import dev.earshot.api.simulation.Candidate;
import dev.earshot.api.simulation.Cohort;
import dev.earshot.api.simulation.Window;
import dev.earshot.query.lab.Lab;
import dev.earshot.query.lab.Question;
import dev.earshot.query.lab.result.CurrencyOutcome;
import dev.earshot.query.lab.result.Figures;
import dev.earshot.query.lab.result.Outcome;
import dev.earshot.query.lab.result.Result;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The ledger and the lab on a whole made-up marketplace: the books agree with the views, and replayed calls with the log. */
class GeneratedBooksTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int CALLS = 2_000;
    private static final long LEAST_SECONDS = 60;
    private static final PriceList IN_FORCE = new PriceList(1_500, new Grace(60, 1), 10);
    private static final Window ALWAYS = new Window(Instant.EPOCH, Instant.parse("2026-01-01T00:00:00Z"));
    private static GeneratedPlatform platform;

    @BeforeAll
    static void generateAndStart() throws IOException {
        platform = GeneratedPlatform.of(CALLS);
    }

    @AfterAll
    static void stop() throws IOException {
        platform.close();
    }

    @Test
    void members_money_and_holds_are_in_the_books_what_they_are_in_the_wallets() {
        agree(() -> {
            Map<String, List<Long>> books = balances("2010, 2020", -1);
            Map<String, List<Long>> wallets = wallets();
            assertThat(wallets).hasSizeGreaterThan(15);
            assertThat(books).isEqualTo(wallets);
        });
    }

    @Test
    void what_listeners_are_owed_is_in_the_books_what_it_is_in_their_earnings() {
        agree(() -> {
            Map<String, List<Long>> earnings = earnings();
            assertThat(earnings).hasSizeGreaterThan(4);
            assertThat(balances("2210, 2220, 2230", -1)).isEqualTo(earnings);
        });
    }

    @Test
    void what_was_paid_out_has_left_by_the_providers_or_gone_to_the_listeners_own_accounts() {
        agree(() -> {
            long paidOut = number("SELECT coalesce(sum(paid_out), 0) FROM earnings_view");
            long left = number("SELECT coalesce(-sum(amount), 0)"
                    + " FROM ledger_line JOIN ledger_account ON ledger_account.id = account"
                    + " JOIN ledger_fact ON ledger_fact.id = fact WHERE code = 1010"
                    + " AND name IN ('PayoutPaid', 'PayoutReturned', 'EarningsSettledDirectly')");
            assertThat(left).isEqualTo(paidOut).isPositive();
        });
    }

    @Test
    void nothing_stays_where_it_only_passes_through_and_all_sums_to_zero() {
        agree(() -> {
            assertThat(number("SELECT coalesce(sum(balance), 0) FROM ledger_account"))
                    .isZero();
            assertThat(number("SELECT count(*) FROM ledger_account WHERE balance <> 0 AND code IN (2030, 2050)"))
                    .isZero();
            assertThat(balances("1020", 1)).isEqualTo(Map.of());
        });
    }

    @Test
    void the_terms_in_force_reproduce_every_generated_call_and_change_nothing() {
        Result result = play(Cohort.everybody(), inForce());

        assertThat(result.fidelity().first()).isEmpty();
        assertThat(result.fidelity().checked())
                .isEqualTo(number("SELECT count(*) FROM domain_event WHERE payload_type LIKE '%HoldCaptured'"))
                .isGreaterThan(CALLS / 2);
        Outcome same = result.outcomes().get(0);
        assertThat(same.calls().same()).isEqualTo(same.calls().all()).isGreaterThan(CALLS * 9L / 10);
        assertThat(same.currencies()).isNotEmpty().allSatisfy(GeneratedBooksTest::isUnchanged);
    }

    /** Of talk that a promotion pays, the lab counts our part too; in the books it would be income from ourselves. */
    @Test
    void what_the_lab_calls_the_baseline_is_in_the_books() {
        Figures baseline = play(Cohort.everybody(), inForce()).outcomes().get(0).currencies().stream()
                .filter(outcome -> outcome.currency().equals("USD"))
                .findFirst()
                .orElseThrow()
                .total()
                .baseline();

        assertThat(baseline.fees() - feesOfPromotions())
                .isEqualTo(-number("SELECT sum(balance) FROM ledger_account WHERE code = 4010 AND currency = 'USD'"))
                .isPositive();
        assertThat(baseline.listenerIncome())
                .isEqualTo(
                        -number("SELECT sum(amount) FROM ledger_line JOIN ledger_account ON ledger_account.id = account"
                                + " JOIN ledger_fact ON ledger_fact.id = fact"
                                + " WHERE code = 2210 AND currency = 'USD' AND name = 'EarningsCredited'"))
                .isPositive();
    }

    private static long feesOfPromotions() {
        long fees = 0;
        for (Row row : Row.all(platform.jdbc())) {
            if (row.name().equals("HoldCaptured")) {
                for (JsonNode charge : row.json().path("charges")) {
                    fees += charge.path("pocket").asString().equals("PROMO")
                            ? charge.path("fee").asLong()
                            : 0;
                }
            }
        }
        return fees;
    }

    @Test
    void a_cohort_of_listeners_is_their_calls_and_nobody_elses() {
        Map<String, Long> calls = new TreeMap<>();
        for (Row row : Row.all(platform.jdbc())) {
            if (row.name().equals("CallRequested")) {
                calls.merge(row.json().path("parties").path("listenerId").asString(), 1L, Math::addExact);
            }
        }
        List<String> busiest = calls.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        ListenerId one = new ListenerId(busiest.get(0));
        ListenerId other = new ListenerId(busiest.get(1));

        Result first = play(of(one), inForce());
        Result both = play(of(one, other), inForce());

        assertThat(first.isValid()).isTrue();
        assertThat(first.outcomes().get(0).calls().all()).isPositive().isLessThanOrEqualTo(calls.get(one.value()));
        assertThat(both.outcomes().get(0).calls().all())
                .isEqualTo(first.outcomes().get(0).calls().all()
                        + play(of(other), inForce()).outcomes().get(0).calls().all());
        assertThat(play(of(one), dearer()).outcomes().get(0).currencies())
                .allSatisfy(currency ->
                        assertThat(currency.listeners().minor().of()).isEqualTo(1));
    }

    private static Candidate inForce() {
        return Candidate.of("in force", IN_FORCE, LEAST_SECONDS);
    }

    private static Candidate dearer() {
        return new Candidate("dearer", IN_FORCE, Set.of(), 11_000, LEAST_SECONDS, List.of(), Map.of());
    }

    private static Cohort of(ListenerId... listeners) {
        return new Cohort(Set.of(), Set.of(listeners), Set.of(), Cohort.WHOLE, 0);
    }

    private static Result play(Cohort cohort, Candidate candidate) {
        return platform.bean(Lab.class)
                .run(new Question(List.of(candidate), ALWAYS, cohort, 1), (done, all) -> {}, () -> false);
    }

    private static void isUnchanged(CurrencyOutcome currency) {
        assertThat(currency.total().candidate()).isEqualTo(currency.total().baseline());
        assertThat(currency.members().losers()).isEmpty();
        assertThat(currency.listeners().losers()).isEmpty();
    }

    /** The platform lives on: deadlines that had passed long ago come due, and views hear of it one after the other. */
    private static void agree(Runnable comparison) {
        await().atMost(Duration.ofMinutes(1)).untilAsserted(comparison::run);
    }

    /** By owner and currency what these accounts stand at, in the order of their numbers; those where all is zero left out. */
    private static Map<String, List<Long>> balances(String codes, int sign) {
        Map<String, Map<Integer, Long>> found = new TreeMap<>();
        List<Integer> columns =
                List.of(codes.split(", ")).stream().map(Integer::valueOf).toList();
        platform.jdbc()
                .query(
                        "SELECT owner, currency, code, balance FROM ledger_account WHERE code IN (" + codes + ")",
                        row -> {
                            found.computeIfAbsent(row.getString(1) + " " + row.getString(2), absent -> new TreeMap<>())
                                    .put(row.getInt(3), sign * row.getLong(4));
                        });
        Map<String, List<Long>> balances = new TreeMap<>();
        found.forEach((owner, amounts) -> add(
                balances,
                owner,
                columns.stream().map(code -> amounts.getOrDefault(code, 0L)).toList()));
        return balances;
    }

    private static void add(Map<String, List<Long>> balances, String owner, List<Long> amounts) {
        if (amounts.stream().anyMatch(amount -> amount != 0)) {
            balances.put(owner, amounts);
        }
    }

    /** What no call has set aside, and what calls have. */
    private static Map<String, List<Long>> wallets() {
        Map<String, List<Long>> wallets = new TreeMap<>();
        platform.jdbc()
                .query("SELECT wallet_id, currency, pockets FROM wallet_view WHERE currency IS NOT NULL", row -> {
                    String owner = row.getString(1).replace("wal_", "acc_") + " " + row.getString(2);
                    for (JsonNode purse : JSON.readTree(row.getString(3))) {
                        if (purse.path("pocket").asString().equals("CASH")) {
                            long held = purse.path("held").asLong();
                            add(wallets, owner, List.of(purse.path("balance").asLong() - held, held));
                        }
                    }
                });
        return wallets;
    }

    private static Map<String, List<Long>> earnings() {
        Map<String, List<Long>> earnings = new TreeMap<>();
        platform.jdbc().query("SELECT * FROM earnings_view", row -> {
            add(
                    earnings,
                    row.getString("listener_id") + " " + row.getString("currency"),
                    List.of(row.getLong("pending"), row.getLong("available"), row.getLong("in_payout")));
        });
        return earnings;
    }

    private static long number(String sql) {
        return platform.jdbc().queryForObject(sql, Long.class);
    }
}
