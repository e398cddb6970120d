package dev.earshot.query.earnings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.account.Role;
import dev.earshot.api.earnings.EarningsEvent.BonusCredited;
import dev.earshot.api.earnings.EarningsEvent.EarningsClawedBack;
import dev.earshot.api.earnings.EarningsEvent.EarningsCredited;
import dev.earshot.api.earnings.EarningsEvent.EarningsMatured;
import dev.earshot.api.earnings.EarningsEvent.EarningsReleased;
import dev.earshot.api.earnings.EarningsEvent.EarningsSettledDirectly;
import dev.earshot.api.earnings.EarningsEvent.PenaltyImposed;
import dev.earshot.api.earnings.EarningsEvent.PenaltyReversed;
import dev.earshot.api.earnings.PenaltyReason;
import dev.earshot.api.id.ClawbackId;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.id.PayoutId;
import dev.earshot.api.id.PenaltyId;
import dev.earshot.api.money.Money;
import dev.earshot.api.payout.PayoutEvent.PayeeOpened;
import dev.earshot.api.payout.PayoutEvent.PayeeVerified;
import dev.earshot.api.payout.PayoutEvent.PayoutFailed;
import dev.earshot.api.payout.PayoutEvent.PayoutLost;
import dev.earshot.api.payout.PayoutEvent.PayoutPaid;
import dev.earshot.api.payout.PayoutEvent.PayoutRequested;
import dev.earshot.api.payout.PayoutEvent.PayoutReturned;
import dev.earshot.api.payout.PayoutFailure;
import dev.earshot.query.QueryTest;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StatementApiTest extends QueryTest {
    /** What each kind of line does to pending, available, in payout and paid out, written down a second time. */
    private static final Map<String, int[]> MOVES = Map.ofEntries(
            Map.entry("CALL", new int[] {1, 0, 0, 0}),
            Map.entry("BONUS", new int[] {1, 0, 0, 0}),
            Map.entry("MATURED", new int[] {-1, 1, 0, 0}),
            Map.entry("PENALTY", new int[] {0, -1, 0, 0}),
            Map.entry("PENALTY_REVERSED", new int[] {0, 1, 0, 0}),
            Map.entry("CLAWBACK", new int[] {0, -1, 0, 0}),
            Map.entry("SETTLED_DIRECTLY", new int[] {0, -1, 0, 1}),
            Map.entry("RELEASED", new int[] {-1, 1, 0, 0}),
            Map.entry("PAYOUT", new int[] {0, -1, 1, 0}),
            Map.entry("PAYOUT_PAID", new int[] {0, 0, -1, 1}),
            Map.entry("PAYOUT_FAILED", new int[] {0, 1, -1, 0}),
            Map.entry("PAYOUT_RETURNED", new int[] {0, 1, 0, -1}));

    private static final String[] BALANCES = {"pending", "available", "inPayout", "paidOut"};

    @Test
    void every_line_adds_up_to_the_coin() {
        given(aLife());

        var lines = asListener("/v1/me/earnings/statement").body().path("items");
        long[] balances = new long[4];
        for (int i = lines.size() - 1; i >= 0; i--) {
            JsonNode line = lines.get(i);
            for (int pot = 0; pot < 4; pot++) {
                balances[pot] += MOVES.get(line.path("kind").asString())[pot]
                        * line.at("/amount/minor").asLong();
                assertThat(line.path(BALANCES[pot]).path("minor").asLong())
                        .as(line + " " + BALANCES[pot])
                        .isEqualTo(balances[pot]);
            }
        }
        assertThat(lines.findValuesAsString("kind")).containsAll(MOVES.keySet());
        var coins = asListener("/v1/me/earnings").body();
        for (int pot = 0; pot < 4; pot++) {
            assertThat(minor(coins, BALANCES[pot])).isEqualTo(balances[pot]);
        }
        assertThat(minor(coins, "earned")
                        + minor(coins, "bonuses")
                        - minor(coins, "penalties")
                        - minor(coins, "clawbacks"))
                .isEqualTo(balances[0] + balances[1] + balances[2] + balances[3]);
    }

    @Test
    void a_statement_is_read_page_by_page() {
        given(aLife());

        var first = asListener("/v1/me/earnings/statement?limit=5").body();
        var second = asListener("/v1/me/earnings/statement?limit=50&cursor="
                        + first.path("next").asString())
                .body();

        assertThat(first.path("items").size() + second.path("items").size()).isEqualTo(15);
        assertThat(asListener("/v1/earnings/entries").body().path("items")).hasSize(1);
    }

    @Test
    void a_supervisor_reads_the_same_statement_with_the_reasons_of_penalties() {
        given(aLife());
        String path = "/v1/admin/listeners/" + story.listenerId + "/statement";

        var lines = get(path, story.member, Role.SUPERVISOR).body().path("items");

        assertThat(lines).isNotEmpty();
        assertThat(lines)
                .isEqualTo(asListener("/v1/me/earnings/statement").body().path("items"));
        JsonNode penalty = StreamSupport.stream(lines.spliterator(), false)
                .filter(line -> line.path("kind").asString().equals("PENALTY"))
                .findFirst()
                .orElseThrow();
        assertThat(penalty.path("reason").asString()).isEqualTo("OTHER");
        assertThat(penalty.path("reference").asString()).isEqualTo("pen_" + story.suffix);
        assertThat(penalty.at("/amount/minor").asLong()).isEqualTo(30);
        assertThat(penalty.at("/available/minor").asLong()).isEqualTo(870);
        assertThat(get(path, story.member, Role.FINANCE).status()).isEqualTo(403);
        assertThat(asListener(path).status()).isEqualTo(403);
    }

    @Test
    void a_payout_tells_how_far_it_has_come_to_its_listener_and_to_finance() {
        given(credit(), matured(), requested("A"));
        assertThat(status("A")).isEqualTo("IN_FLIGHT");
        given(new PayoutLost(lea(), payout("A"), story.at(3)));
        assertThat(status("A")).isEqualTo("UNKNOWN");
        given(paid("A"));
        assertThat(status("A")).isEqualTo("PAID");

        assertThat(get("/v1/payouts/" + payout("A"), story.member, Role.LISTENER)
                        .code())
                .isEqualTo("PAYOUT_UNKNOWN");
        assertThat(asListener("/v1/payouts").body().path("items")).hasSize(1);
        assertThat(get("/v1/admin/payouts", story.member, Role.FINANCE).body().toString())
                .contains(payout("A").value());
        assertThat(get("/v1/admin/payouts", story.member, Role.SUPERVISOR).status())
                .isEqualTo(403);
        assertThat(asListener("/v1/admin/payouts").status()).isEqualTo(403);
    }

    @Test
    void an_account_tells_whether_it_can_be_paid() {
        assertThat(asListener("/v1/me/payout-account").code()).isEqualTo("PAYOUT_ACCOUNT_REQUIRED");
        given(new PayeeOpened(lea(), "acct", "test_ok", story.start));
        assertThat(asListener("/v1/me/payout-account").body().path("verified").asBoolean())
                .isFalse();
        given(new PayeeVerified(lea(), "acct", story.start));
        assertThat(asListener("/v1/me/payout-account").body().path("verified").asBoolean())
                .isTrue();
    }

    private Object[] aLife() {
        var penalty = new PenaltyId("pen_" + story.suffix);
        return new Object[] {
            credit(),
            new BonusCredited(lea(), story.call, story.start, usd(100), story.at(1)),
            matured(),
            new PenaltyImposed(lea(), penalty, usd(30), PenaltyReason.OTHER, story.member, story.at(2)),
            new PenaltyReversed(lea(), penalty, usd(30), story.member, story.at(2)),
            new EarningsClawedBack(lea(), new ClawbackId("clw_" + story.suffix), story.call, usd(7), story.at(2)),
            new EarningsSettledDirectly(lea(), story.call, "pay_" + story.suffix, usd(40), story.at(2)),
            new EarningsReleased(lea(), story.call, usd(40), story.at(1), story.at(2)),
            requested("A"),
            new PayoutFailed(lea(), payout("A"), usd(500), PayoutFailure.DECLINED, story.at(3)),
            requested("B"),
            paid("B"),
            new PayoutReturned(lea(), payout("B"), usd(500), PayoutFailure.ACCOUNT_CLOSED, story.at(4)),
            requested("C"),
            paid("C")
        };
    }

    private EarningsCredited credit() {
        return new EarningsCredited(lea(), story.call, usd(1_000), story.at(1));
    }

    private EarningsMatured matured() {
        return new EarningsMatured(lea(), usd(900), story.at(1), story.at(2));
    }

    private PayoutRequested requested(String payout) {
        return new PayoutRequested(lea(), payout(payout), usd(500), "acct", story.at(3));
    }

    private PayoutPaid paid(String payout) {
        return new PayoutPaid(lea(), payout(payout), usd(500), "po", story.at(4));
    }

    private String status(String payout) {
        return asListener("/v1/payouts/" + payout(payout)).body().path("status").asString();
    }

    private EarningsId lea() {
        return EarningsId.of(story.listenerId);
    }

    private PayoutId payout(String payout) {
        return new PayoutId(PayoutId.PREFIX + story.suffix + payout);
    }

    private static Money usd(long minor) {
        return Money.of(minor, "USD");
    }

    private static long minor(JsonNode coins, String field) {
        return coins.path(field).path("minor").asLong();
    }
}
