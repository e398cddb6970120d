package dev.earshot.query.ledger.lives;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.query.QueryTest;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Whatever people live through, in whatever order it is told: every entry balances, so the trial balance is zero after every
 * fact; what the books say of wallets and earnings is what their own views say; and nothing is owed to or by an erased person.
 */
class BooksOfLivesTest extends QueryTest {
    private static final int LIVES = 24;
    private static final int STEPS = 40;

    private final Set<String> happened = new TreeSet<>();

    @Test
    void the_books_of_any_life_balance_after_every_fact_and_agree_with_the_views() {
        long seeds = new Random().nextLong();
        for (int life = 0; life < LIVES; life++) {
            live(life < LIVES / 2 ? life : seeds + life); // The same half each time, so that everything happens.
        }

        assertThat(unbalanced())
                .as("entries that do not balance, seeds from %d", seeds)
                .isEmpty();
        assertThat(happened)
                .contains(
                        "AccountErased",
                        "BonusCredited",
                        "CardCaptured",
                        "CardPaymentReversed",
                        "CardReceivableRaised",
                        "CashGivenBack",
                        "CashTakenBack",
                        "ChargeWaived",
                        "ClawbackReturned",
                        "DuesClaimed",
                        "DuesPaid",
                        "DuesReversed",
                        "EarningsClawedBack",
                        "EarningsCredited",
                        "EarningsMatured",
                        "EarningsReleased",
                        "EarningsSettledDirectly",
                        "HoldCaptured",
                        "HoldExtended",
                        "HoldPlaced",
                        "HoldReleased",
                        "ListenerShareFetched",
                        "MembershipEnded",
                        "PackBought",
                        "PackClaimed",
                        "PackCredited",
                        "PackExpired",
                        "PackPaid",
                        "PackReversed",
                        "PackTakenBack",
                        "PayoutFailed",
                        "PayoutPaid",
                        "PayoutRequested",
                        "PayoutReturned",
                        "PenaltyImposed",
                        "PenaltyReversed",
                        "PeriodBegan",
                        "PurchaseDisputed",
                        "PurchaseRefunded",
                        "ReceivablePaid",
                        "ReceivableRaised",
                        "TopUpCredited",
                        "TopUpMismatched",
                        "TopUpPaid",
                        "TopUpReversed");
    }

    private void live(long seed) {
        MoneyLife life = new MoneyLife(UUID.randomUUID().toString().substring(0, 8), seed);
        List<Object> facts = life.facts(STEPS);
        facts.forEach(fact -> happened.add(fact.getClass().getSimpleName()));
        for (int told = 0; told < facts.size(); told += facts.size() / 3 + 1) {
            List<Object> news = facts.subList(told, Math.min(facts.size(), told + facts.size() / 3 + 1));
            given(news.toArray());
            agree(life, "seed %d after %d of %d facts".formatted(seed, told + news.size(), facts.size()));
        }
    }

    private void agree(MoneyLife life, String when) {
        String member = life.member.value();
        String listener = life.listener.value();
        assertThat(-standing(member, "2010,2020")).as("%s: money", when).isEqualTo(cash(member, "balance"));
        assertThat(-standing(member, "2020")).as("%s: set aside", when).isEqualTo(cash(member, "held"));
        assertThat(standing(member, "1030")).as("%s: owed by the member", when).isEqualTo(owed(member));
        assertThat(-standing(listener, "2210")).as("%s: pending", when).isEqualTo(coins(listener, "pending"));
        assertThat(-standing(listener, "2220")).as("%s: available", when).isEqualTo(coins(listener, "available"));
        assertThat(-standing(listener, "2230")).as("%s: in payout", when).isEqualTo(coins(listener, "in_payout"));
        assertThat(-standing(member, "2110")).as("%s: tokens", when).isNotNegative();
        assertThat(-standing(member, "2120")).as("%s: moments", when).isNotNegative();
        assertThat(-standing(member, "2130")).as("%s: dues", when).isNotNegative();
        if (isErased(life.member.value())) {
            assertThat(standing(member, "1030,2010,2020,2110,2120,2310"))
                    .as("%s: owed to or by nobody", when)
                    .isZero();
        }
    }

    private boolean isErased(String account) {
        return jdbc.queryForObject(
                "SELECT EXISTS (SELECT FROM ledger_memory WHERE key = 'estate/' || split_part(?, '_', 2))",
                Boolean.class,
                account);
    }

    /** What the accounts of these numbers stand at for an owner, debits positive. */
    private long standing(String owner, String codes) {
        return jdbc.queryForObject(
                "SELECT coalesce(sum(balance), 0) FROM ledger_account WHERE owner = ? AND code::text = ANY (?)",
                Long.class,
                owner,
                codes.split(","));
    }

    private long cash(String member, String part) {
        return jdbc.queryForObject("""
                SELECT coalesce(sum((pocket ->> ?)::bigint), 0)
                FROM wallet_view, jsonb_array_elements(pockets::jsonb) AS pocket
                WHERE wallet_id = replace(?, 'acc_', 'wal_') AND pocket ->> 'pocket' = 'CASH'
                """, Long.class, part, member);
    }

    private long owed(String member) {
        return jdbc.queryForObject(
                "SELECT coalesce(sum(owed), 0) FROM wallet_view WHERE wallet_id = replace(?, 'acc_', 'wal_')",
                Long.class,
                member);
    }

    private long coins(String listener, String part) {
        return jdbc.queryForObject(
                "SELECT coalesce(sum(" + part + "), 0) FROM earnings_view WHERE listener_id = ?", Long.class, listener);
    }

    /** As each balances in itself, so do all accounts together after each. */
    private List<Long> unbalanced() {
        return jdbc.queryForList("""
                SELECT position FROM ledger_line JOIN ledger_account ON ledger_account.id = account
                GROUP BY position, currency HAVING sum(amount) <> 0
                """, Long.class);
    }
}
