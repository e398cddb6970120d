package dev.earshot.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.earnings.EarningsEvent.EarningsClawedBack;
import dev.earshot.api.earnings.EarningsEvent.EarningsCredited;
import dev.earshot.api.earnings.EarningsEvent.EarningsMatured;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.ClawbackId;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.id.LotId;
import dev.earshot.api.id.MembershipId;
import dev.earshot.api.id.PayoutId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.membership.MembershipEnd;
import dev.earshot.api.membership.MembershipEvent.MembershipEnded;
import dev.earshot.api.membership.MembershipEvent.PeriodBegan;
import dev.earshot.api.money.Money;
import dev.earshot.api.payout.PayoutEvent.PayoutPaid;
import dev.earshot.api.payout.PayoutEvent.PayoutRequested;
import dev.earshot.api.payout.PayoutEvent.PayoutReturned;
import dev.earshot.api.payout.PayoutFailure;
import dev.earshot.api.person.ErasureReason;
import dev.earshot.api.person.PersonEvent.AccountErased;
import dev.earshot.api.pricing.Cycle;
import dev.earshot.api.pricing.Pack;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.Tier;
import dev.earshot.api.pricing.Unit;
import dev.earshot.api.topup.Dues;
import dev.earshot.api.topup.Reversal;
import dev.earshot.api.topup.TopUpEvent.DuesPaid;
import dev.earshot.api.topup.TopUpEvent.PackPaid;
import dev.earshot.api.topup.TopUpEvent.TopUpPaid;
import dev.earshot.api.topup.TopUpEvent.TopUpReversed;
import dev.earshot.api.wallet.WalletEvent.CashTakenBack;
import dev.earshot.api.wallet.WalletEvent.PackCredited;
import dev.earshot.api.wallet.WalletEvent.PackExpired;
import dev.earshot.api.wallet.WalletEvent.ReceivableRaised;
import dev.earshot.api.wallet.WalletEvent.TopUpCredited;
import dev.earshot.query.ledger.chart.Account;
import dev.earshot.query.ledger.entry.Entry;
import dev.earshot.query.ledger.entry.Memories;
import dev.earshot.query.ledger.entry.Providers;
import dev.earshot.query.ledger.posting.Postings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is still told of people who are erased. Nothing may be owed to them or by them for ever. */
class EstatesTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final AccountId ANN = new AccountId("acc_ann");
    private static final WalletId WALLET = WalletId.of(ANN);
    private static final MembershipId MEMBERSHIP = MembershipId.of(ANN);
    private static final EarningsId EARNINGS = EarningsId.of(ListenerId.of(ANN));
    private static final TopUpId LATE = new TopUpId("top_late");
    private static final CallId CALL = new CallId("call_one");

    private final Postings postings = new Postings(new Providers(Map.of("n_", "network")));
    private final Memories memories = new Memories(Map.of());
    private final Map<String, Long> books = new TreeMap<>();

    @Test
    void a_payment_that_comes_late_is_breakage_and_its_refund_takes_the_breakage_back() {
        after(erased(), new TopUpPaid(LATE, WALLET, usd(500), "n_1", NOON), credited(500));

        assertThat(books)
                .isEqualTo(
                        Map.of("PROVIDER_CLEARING", 500L, "MEMBER_CASH", -500L, "GIVEN_UP", 500L, "BREAKAGE", -500L));

        after(
                new TopUpReversed(LATE, WALLET, usd(500), new Reversal(usd(500), usd(0), usd(500), 1), NOON),
                new CashTakenBack(WALLET, LATE, usd(500), NOON));

        assertThat(books).isEmpty();
    }

    @Test
    void a_late_pack_is_breakage_once_however_it_ends() {
        Pack pack = new Pack("tokens", PlanVersion.TOKENS, 4, usd(1_000), 30);
        after(erased(), new PackPaid(LATE, WALLET, pack, "n_1", NOON), new PackCredited(WALLET, LATE, pack, NOON));
        assertThat(books).containsEntry("BREAKAGE", -1_000L).containsEntry("GIVEN_UP", 1_000L);

        after(new PackExpired(WALLET, LotId.of(LATE), Pocket.TOKENS, Unit.TOKENS, 4, NOON));
        assertThat(books).isEqualTo(Map.of("PROVIDER_CLEARING", 1_000L, "BREAKAGE", -1_000L));
    }

    @Test
    void what_a_bank_takes_beyond_what_was_given_up_is_a_loss_and_no_claim_on_anybody() {
        after(
                new TopUpPaid(LATE, WALLET, usd(1_000), "n_1", NOON),
                credited(1_000),
                new CashTakenBack(WALLET, new TopUpId("top_other"), usd(600), NOON),
                erased(usd(400)));

        after(
                new TopUpReversed(LATE, WALLET, usd(1_000), new Reversal(usd(0), usd(1_000), usd(1_000), 1), NOON),
                new CashTakenBack(WALLET, LATE, usd(400), NOON),
                new ReceivableRaised(WALLET, LATE.value(), usd(600), NOON));

        assertThat(books)
                .isEqualTo(Map.of(
                        "UNAPPLIED_PAYMENTS", -600L, "CHARGEBACK_LOSS", 600L, "RECEIVABLES", 600L, "GIVEN_UP", -600L));
    }

    @Test
    void a_payout_that_comes_back_and_a_late_clawback_are_settled_alike() {
        var payout = new PayoutId("out_one");
        after(
                new EarningsCredited(EARNINGS, CALL, usd(300), NOON),
                new EarningsMatured(EARNINGS, usd(300), NOON, NOON),
                new PayoutRequested(EARNINGS, payout, usd(300), "account", NOON),
                new PayoutPaid(EARNINGS, payout, usd(300), "n_p", NOON),
                erased(),
                new PayoutReturned(EARNINGS, payout, usd(300), PayoutFailure.ACCOUNT_CLOSED, NOON));
        assertThat(books).containsEntry("PAYABLE_AVAILABLE", -300L).containsEntry("BREAKAGE", -300L);

        after(new EarningsClawedBack(EARNINGS, new ClawbackId("clw_one"), CALL, usd(500), NOON));
        assertThat(books)
                .isEqualTo(Map.of(
                        "CALLS_IN_PROGRESS", 300L,
                        "PAYABLE_AVAILABLE", 200L,
                        "GIVEN_UP", -200L,
                        "CHARGEBACK_LOSS", 200L,
                        "CLAWBACKS", -500L));
    }

    @Test
    void dues_of_the_running_period_are_used_up_and_credit_for_later_dues_is_given_up() {
        Tier tier = new Tier("t", "t", usd(700), 900, false, 0, new Cycle(0, 604_800));
        after(
                new DuesPaid(LATE, WALLET, new Dues(MEMBERSHIP, "t", usd(1_000)), "n_1", NOON),
                new PeriodBegan(MEMBERSHIP, LATE, tier, 300, NOON, NOON, NOON, NOON),
                erased(),
                new MembershipEnded(MEMBERSHIP, MembershipEnd.CANCELLED, NOON));

        assertThat(books).isEqualTo(Map.of("PROVIDER_CLEARING", 1_000L, "DUES_REVENUE", -700L, "BREAKAGE", -300L));
    }

    @Test
    void credit_of_a_membership_that_is_over_is_given_up_with_the_erasure() {
        Tier tier = new Tier("t", "t", usd(700), 900, false, 0, new Cycle(0, 604_800));
        after(
                new DuesPaid(LATE, WALLET, new Dues(MEMBERSHIP, "t", usd(1_000)), "n_1", NOON),
                new PeriodBegan(MEMBERSHIP, LATE, tier, 300, NOON, NOON, NOON, NOON),
                new MembershipEnded(MEMBERSHIP, MembershipEnd.CANCELLED, NOON));
        assertThat(books).containsEntry("DEFERRED_DUES", -300L);

        after(erased());
        assertThat(books).doesNotContainKey("DEFERRED_DUES").containsEntry("BREAKAGE", -300L);
    }

    private static AccountErased erased(Money... forfeited) {
        return new AccountErased(ANN, ANN, ErasureReason.OWN_WISH, List.of(forfeited), NOON);
    }

    private static TopUpCredited credited(long minor) {
        return new TopUpCredited(WALLET, LATE, usd(minor), NOON);
    }

    private static Money usd(long minor) {
        return Money.of(minor, "USD");
    }

    private void after(Object... facts) {
        for (Object fact : facts) {
            assertThat(postings.keysOf(fact)).doesNotHaveDuplicates();
            postings.post(fact, memories).map(Entry::lines).orElse(List.of()).forEach(this::add);
        }
        assertThat(books.values().stream().mapToLong(Long::longValue).sum()).isZero();
    }

    private void add(Entry.Line line) {
        Account account = line.account();
        books.merge(account.code().name(), line.amount(), Math::addExact);
        books.values().removeIf(amount -> amount == 0);
    }
}
