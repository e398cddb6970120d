package dev.earshot.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.call.Parties;
import dev.earshot.api.card.CardPaymentEvent.CardAuthorized;
import dev.earshot.api.card.CardPaymentEvent.CardCaptured;
import dev.earshot.api.card.CardPaymentEvent.CardReceivableRaised;
import dev.earshot.api.card.CardPaymentEvent.ChargeWaived;
import dev.earshot.api.card.CardReversalEvent.CardPaymentReversed;
import dev.earshot.api.card.CardReversalEvent.ListenerShareFetched;
import dev.earshot.api.earnings.EarningsEvent.BonusCredited;
import dev.earshot.api.earnings.EarningsEvent.ClawbackReturned;
import dev.earshot.api.earnings.EarningsEvent.EarningsClawedBack;
import dev.earshot.api.earnings.EarningsEvent.EarningsCredited;
import dev.earshot.api.earnings.EarningsEvent.EarningsMatured;
import dev.earshot.api.earnings.EarningsEvent.EarningsSettledDirectly;
import dev.earshot.api.earnings.EarningsEvent.PenaltyImposed;
import dev.earshot.api.earnings.PenaltyReason;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.CardPaymentId;
import dev.earshot.api.id.ClawbackId;
import dev.earshot.api.id.EarningsId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.id.MembershipId;
import dev.earshot.api.id.PayoutId;
import dev.earshot.api.id.PenaltyId;
import dev.earshot.api.id.PersonId;
import dev.earshot.api.id.PurchaseId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.membership.MembershipEnd;
import dev.earshot.api.membership.MembershipEvent.DuesUnused;
import dev.earshot.api.membership.MembershipEvent.MembershipEnded;
import dev.earshot.api.membership.MembershipEvent.PeriodBegan;
import dev.earshot.api.money.Money;
import dev.earshot.api.payout.PayoutEvent.PayoutPaid;
import dev.earshot.api.payout.PayoutEvent.PayoutRequested;
import dev.earshot.api.payout.PayoutEvent.PayoutReturned;
import dev.earshot.api.payout.PayoutFailure;
import dev.earshot.api.person.ErasureReason;
import dev.earshot.api.person.PersonEvent.AccountErased;
import dev.earshot.api.person.PersonEvent.TextsKept;
import dev.earshot.api.pricing.Charge;
import dev.earshot.api.pricing.Cycle;
import dev.earshot.api.pricing.Grant;
import dev.earshot.api.pricing.Pack;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.Tier;
import dev.earshot.api.pricing.Unit;
import dev.earshot.api.purchase.Buyer;
import dev.earshot.api.purchase.DisputeVerdict;
import dev.earshot.api.purchase.PurchaseEvent.PackBought;
import dev.earshot.api.purchase.PurchaseEvent.PackClaimed;
import dev.earshot.api.purchase.PurchaseEvent.PurchaseDisputed;
import dev.earshot.api.purchase.PurchaseEvent.PurchaseRefunded;
import dev.earshot.api.topup.Dues;
import dev.earshot.api.topup.Reversal;
import dev.earshot.api.topup.TopUpEvent.DuesPaid;
import dev.earshot.api.topup.TopUpEvent.DuesReversed;
import dev.earshot.api.topup.TopUpEvent.PackPaid;
import dev.earshot.api.topup.TopUpEvent.PackReversed;
import dev.earshot.api.topup.TopUpEvent.TopUpMismatched;
import dev.earshot.api.topup.TopUpEvent.TopUpPaid;
import dev.earshot.api.topup.TopUpEvent.TopUpReversed;
import dev.earshot.api.wallet.WalletEvent.CashTakenBack;
import dev.earshot.api.wallet.WalletEvent.HoldCaptured;
import dev.earshot.api.wallet.WalletEvent.PackCredited;
import dev.earshot.api.wallet.WalletEvent.PackTakenBack;
import dev.earshot.api.wallet.WalletEvent.PaymentReversed;
import dev.earshot.api.wallet.WalletEvent.ReceivableCancelled;
import dev.earshot.api.wallet.WalletEvent.ReceivableRaised;
import dev.earshot.api.wallet.WalletEvent.TopUpCredited;
import dev.earshot.query.ledger.chart.Account;
import dev.earshot.query.ledger.chart.Code;
import dev.earshot.query.ledger.entry.Entry;
import dev.earshot.query.ledger.entry.Memories;
import dev.earshot.query.ledger.entry.Providers;
import dev.earshot.query.ledger.posting.Postings;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is where when something has happened. Each code stands for all its sub-accounts, positive on the usual side. */
class PostingsTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final AccountId ANN = new AccountId("acc_ann");
    private static final WalletId WALLET = WalletId.of(ANN);
    private static final MembershipId MEMBERSHIP = MembershipId.of(ANN);
    private static final EarningsId LEA = new EarningsId("ear_lea");
    private static final Parties BOTH = new Parties(ANN, new ListenerId("lis_lea"));
    private static final CallId CALL = new CallId("call_one");
    private static final CardPaymentId CARD = CardPaymentId.of(CALL, 1);
    private static final TopUpId PAYMENT = new TopUpId("top_one");

    private final Postings postings = new Postings(new Providers(Map.of("n_", "network", "n_p", "payouts")));
    private final Memories memories = new Memories(Map.of());
    private final Map<Account, Long> balances = new HashMap<>();

    @AfterEach
    void the_books_balance() {
        assertThat(balances.values().stream().mapToLong(Long::longValue).sum()).isZero();
    }

    @Test
    void a_disputed_top_up_leaves_the_provider_when_it_opens_and_what_was_spent_of_it_is_owed_not_clamped() {
        after(
                new TopUpPaid(PAYMENT, WALLET, usd(1_000), "n_1", NOON),
                new TopUpCredited(WALLET, PAYMENT, usd(1_000), NOON),
                new TopUpReversed(PAYMENT, WALLET, usd(1_000), reversal(0, 1_000, 1_000), NOON),
                new CashTakenBack(WALLET, PAYMENT, usd(400), NOON),
                new ReceivableRaised(WALLET, PAYMENT.value(), usd(600), NOON));

        assertThat(books()).containsExactlyInAnyOrderEntriesOf(Map.of("MEMBER_CASH", 600L, "RECEIVABLES", 600L));

        after(
                new TopUpReversed(PAYMENT, WALLET, usd(1_000), reversal(0, 0, 0), NOON),
                new ReceivableCancelled(WALLET, PAYMENT.value(), usd(600), NOON));

        assertThat(books()).contains(Map.entry("PROVIDER_CLEARING", 1_000L)).doesNotContainKey("RECEIVABLES");
    }

    /** A refund and a dispute of one payment, both paid out by the provider. */
    @Test
    void what_a_provider_takes_twice_is_our_loss_and_nobody_elses() {
        after(
                new TopUpPaid(PAYMENT, WALLET, usd(1_000), "n_1", NOON),
                new TopUpCredited(WALLET, PAYMENT, usd(1_000), NOON),
                new TopUpReversed(PAYMENT, WALLET, usd(1_000), reversal(1_000, 1_000, 1_000), NOON),
                new CashTakenBack(WALLET, PAYMENT, usd(1_000), NOON));

        assertThat(books()).isEqualTo(Map.of("PROVIDER_CLEARING", -1_000L, "CHARGEBACK_LOSS", 1_000L));
    }

    @Test
    void another_amount_than_was_asked_for_stays_unapplied_and_is_not_entered_twice_when_it_is_put_right() {
        after(new TopUpMismatched(PAYMENT, WALLET, usd(1_000), usd(900), "n_1", NOON));
        assertThat(books()).isEqualTo(Map.of("PROVIDER_CLEARING", 900L, "UNAPPLIED_PAYMENTS", 900L));

        after(new TopUpPaid(PAYMENT, WALLET, usd(1_000), "n_1", NOON));
        assertThat(books()).isEqualTo(Map.of("PROVIDER_CLEARING", 1_000L, "UNAPPLIED_PAYMENTS", 1_000L));
    }

    @Test
    void a_packs_price_is_recognised_by_its_units_and_comes_to_the_whole_price_however_it_is_used() {
        Pack pack = new Pack("tokens", PlanVersion.TOKENS, 7, usd(1_000), 0);
        after(new PackPaid(PAYMENT, WALLET, pack, "n_1", NOON), new PackCredited(WALLET, PAYMENT, pack, NOON));
        assertThat(books()).isEqualTo(Map.of("PROVIDER_CLEARING", 1_000L, "DEFERRED_TOKENS", 1_000L));

        long[] recognised = {142, 285, 428, 571, 714, 857, 1_000};
        for (int used = 1; used <= 7; used++) {
            after(talk("t" + used, new Charge(Pocket.TOKENS, "", Unit.TOKENS, 60, 1, 80, 0)));
            assertThat(books().get("TOKEN_REVENUE")).isEqualTo(recognised[used - 1]);
        }
        assertThat(books())
                .doesNotContainKey("DEFERRED_TOKENS")
                .contains(Map.entry("PREPAID_TALK_COST", 560L), Map.entry("CALLS_IN_PROGRESS", 560L));
    }

    @Test
    void a_card_call_is_paid_by_the_card_and_the_listeners_part_goes_from_the_provider_to_them() {
        after(
                new CardAuthorized(CARD, CALL, BOTH, usd(900), "n_9", NOON, NOON),
                talk("one", new Charge(Pocket.CARD, "lot", Unit.MONEY, 60, 250, 213, 37)),
                new EarningsCredited(LEA, CALL, usd(213), NOON));
        assertThat(books()).isEqualTo(Map.of("CARD_CLEARING", 250L, "PAYABLE_PENDING", 213L, "PLATFORM_FEES", 37L));

        after(
                new CardCaptured(CARD, CALL, BOTH, "acct", usd(250), usd(37), NOON),
                new EarningsSettledDirectly(LEA, CALL, CARD.value(), usd(213), NOON),
                new EarningsMatured(LEA, usd(213), NOON, NOON));
        assertThat(books()).isEqualTo(Map.of("PROVIDER_CLEARING", 37L, "PLATFORM_FEES", 37L));
        assertThat(balances).containsEntry(account(Code.PROVIDER_CLEARING, "network"), 37L);
    }

    @Test
    void a_disputed_card_call_is_owed_by_the_member_and_the_listener_gives_back_their_share_when_it_is_lost() {
        captured();
        after(
                new CardPaymentReversed(CARD, CALL, BOTH, usd(250), reversal(100, 250, 250), usd(150), NOON),
                new ReceivableRaised(WALLET, CARD.value(), usd(150), NOON),
                new EarningsClawedBack(LEA, ClawbackId.of(CARD, 1), CALL, usd(127), NOON));

        assertThat(books())
                .contains(
                        Map.entry("RECEIVABLES", 150L),
                        Map.entry("REFUNDS", 100L),
                        Map.entry("CHARGEBACK_LOSS", 100L),
                        Map.entry("CLAWBACKS", -127L),
                        Map.entry("PAYABLE_AVAILABLE", -127L))
                .doesNotContainKey("UNAPPLIED_PAYMENTS");

        after(
                new CardPaymentReversed(CARD, CALL, BOTH, usd(250), reversal(0, 0, 0), usd(0), NOON),
                new ReceivableCancelled(WALLET, CARD.value(), usd(150), NOON),
                new ClawbackReturned(LEA, ClawbackId.of(CARD, 2), CALL, usd(127), NOON));
        assertThat(books()).isEqualTo(Map.of("PROVIDER_CLEARING", 37L, "PLATFORM_FEES", 37L));
    }

    @Test
    void a_refund_that_the_listener_bears_is_fetched_from_them_and_costs_us_our_fee() {
        captured();
        after(
                new CardPaymentReversed(CARD, CALL, BOTH, usd(250), reversal(250, 0, 250), usd(0), NOON),
                new ListenerShareFetched(CARD, CALL, BOTH, ClawbackId.of(CARD, 1), usd(213), NOON));

        assertThat(books()).isEqualTo(Map.of("PLATFORM_FEES", 37L, "REFUNDS", 250L, "CLAWBACKS", -213L));
    }

    @Test
    void a_card_call_that_no_card_pays_is_waived_or_owed() {
        after(talk("one", new Charge(Pocket.CARD, "lot", Unit.MONEY, 60, 250, 213, 37)));
        after(new ChargeWaived(CARD, CALL, BOTH, usd(40), NOON));
        after(
                new CardReceivableRaised(CARD, CALL, BOTH, usd(210), NOON),
                new ReceivableRaised(WALLET, CARD.value(), usd(210), NOON));

        assertThat(books())
                .isEqualTo(Map.of(
                        "WAIVED_CHARGES", 40L, "RECEIVABLES", 210L, "CALLS_IN_PROGRESS", 213L, "PLATFORM_FEES", 37L));
    }

    @Test
    void promotions_and_grace_cost_us_what_the_listener_earns_and_only_when_they_are_talked_away() {
        after(talk(
                "one",
                new Charge(Pocket.PROMO, "lot", Unit.MONEY, 60, 250, 213, 37),
                new Charge(Pocket.GRACE, "", Unit.SECONDS, 30, 0, 100, 0),
                new Charge(Pocket.ALLOWANCE, "day", Unit.SECONDS, 60, 60, 80, 0)));

        assertThat(books())
                .isEqualTo(Map.of(
                        "PROMOTIONS", 213L, "GRACE_COST", 100L, "PREPAID_TALK_COST", 80L, "CALLS_IN_PROGRESS", 393L));
    }

    @Test
    void dues_are_revenue_when_their_period_is_over_and_a_change_in_mid_period_recognises_what_was_used() {
        after(paid("a", 1_000), began("a", tier("small", 1_000), 0));
        assertThat(books()).isEqualTo(Map.of("PROVIDER_CLEARING", 1_000L, "DEFERRED_DUES", 1_000L));

        // 700 of it are unused; the better tier costs 1500, so 800 are paid.
        after(paid("b", 800), began("b", tier("large", 1_500), 0));
        assertThat(books())
                .isEqualTo(Map.of("PROVIDER_CLEARING", 1_800L, "DEFERRED_DUES", 1_500L, "DUES_REVENUE", 300L));

        // A change to the small one is paid by what is unused, and 400 of that are left over.
        after(began("c", tier("small", 1_000), 400));
        after(new MembershipEnded(MEMBERSHIP, MembershipEnd.CANCELLED, NOON));
        assertThat(books())
                .isEqualTo(Map.of("PROVIDER_CLEARING", 1_800L, "DEFERRED_DUES", 400L, "DUES_REVENUE", 1_400L));
    }

    @Test
    void dues_that_go_back_are_no_longer_deferred_and_those_of_earlier_periods_are_given_back_of_revenue() {
        after(paid("a", 1_000), began("a", tier("small", 1_000), 0));
        after(paid("b", 1_000), began("b", tier("small", 1_000), 0));
        after(new DuesReversed(top("b"), WALLET, dues(1_000), reversal(0, 1_000, 1_000), NOON));
        assertThat(books()).isEqualTo(Map.of("PROVIDER_CLEARING", 1_000L, "DUES_REVENUE", 1_000L));

        after(new DuesReversed(top("a"), WALLET, dues(1_000), reversal(600, 0, 600), NOON));
        after(new DuesReversed(top("b"), WALLET, dues(1_000), reversal(0, 0, 0), NOON));
        assertThat(books())
                .isEqualTo(Map.of(
                        "PROVIDER_CLEARING", 1_400L, "DUES_REVENUE", 1_000L, "REFUNDS", 600L, "DEFERRED_DUES", 1_000L));
    }

    @Test
    void dues_that_nothing_needed_become_the_members_money() {
        after(paid("a", 1_000));
        after(
                new DuesUnused(MEMBERSHIP, top("a"), usd(1_000), NOON),
                new TopUpCredited(WALLET, top("a"), usd(1_000), NOON));

        assertThat(books()).isEqualTo(Map.of("PROVIDER_CLEARING", 1_000L, "MEMBER_CASH", 1_000L));
    }

    @Test
    void what_was_bought_outside_is_unclaimed_until_an_account_has_it_and_is_entered_once() {
        PurchaseId purchase = new PurchaseId("pur_one");
        Pack pack = new Pack("minutes", PlanVersion.MOMENTS, 600, usd(1_000), 30);
        after(
                new PurchaseRefunded(purchase, usd(100), NOON),
                new PackBought(purchase, pack, "store", "s_1", new Buyer("", "", ""), NOON, NOON),
                new PurchaseDisputed(purchase, "d", DisputeVerdict.OPEN, usd(300), false, NOON));
        assertThat(books()).isEqualTo(Map.of("PROVIDER_CLEARING", 600L, "UNCLAIMED_PURCHASES", 600L));

        Pack given = new Pack("minutes", PlanVersion.MOMENTS, 540, usd(900), 30);
        TopUpId topUp = TopUpId.of(purchase);
        after(
                new PurchaseDisputed(purchase, "d", DisputeVerdict.WON, usd(300), true, NOON),
                new PackClaimed(purchase, ANN, given, "s_1", NOON),
                new PackPaid(topUp, WALLET, given, "s_1", NOON),
                new PackCredited(WALLET, topUp, given, NOON));
        assertThat(books()).isEqualTo(Map.of("PROVIDER_CLEARING", 900L, "DEFERRED_MOMENTS", 900L));
    }

    @Test
    void a_payout_is_in_flight_until_it_arrives_and_comes_back_to_where_it_left() {
        PayoutId payout = new PayoutId("out_one");
        after(
                new BonusCredited(LEA, CALL, NOON, usd(500), NOON),
                new EarningsMatured(LEA, usd(500), NOON, NOON),
                new PenaltyImposed(LEA, new PenaltyId("pen_one"), usd(50), PenaltyReason.MISCONDUCT, ANN, NOON),
                new PayoutRequested(LEA, payout, usd(450), "acct", NOON));
        assertThat(books()).isEqualTo(Map.of("BONUS_COST", 500L, "PENALTIES", 50L, "PAYABLE_IN_PAYOUT", 450L));

        after(new PayoutPaid(LEA, payout, usd(450), "n_p1", NOON));
        assertThat(balances).containsEntry(account(Code.PROVIDER_CLEARING, "payouts"), -450L);

        after(new PayoutReturned(LEA, payout, usd(450), PayoutFailure.values()[0], NOON));
        assertThat(books()).isEqualTo(Map.of("BONUS_COST", 500L, "PENALTIES", 50L, "PAYABLE_AVAILABLE", 450L));
    }

    @Test
    void what_an_erased_person_gives_up_is_owed_to_nobody_and_a_later_dispute_finds_their_accounts_as_they_were() {
        Pack tokens = new Pack("tokens", PlanVersion.TOKENS, 4, usd(1_000), 0);
        after(
                new TopUpPaid(PAYMENT, WALLET, usd(700), "n_1", NOON),
                new TopUpCredited(WALLET, PAYMENT, usd(700), NOON),
                new PackPaid(top("pack"), WALLET, tokens, "n_2", NOON),
                new PackCredited(WALLET, top("pack"), tokens, NOON),
                talk("t", new Charge(Pocket.TOKENS, "", Unit.TOKENS, 60, 1, 0, 0)),
                new TextsKept(PersonId.of(ANN), "profile", Map.of(), NOON),
                new AccountErased(ANN, ANN, ErasureReason.OWN_WISH, List.of(usd(700)), NOON));

        assertThat(books())
                .isEqualTo(Map.of(
                        "PROVIDER_CLEARING", 1_700L,
                        "MEMBER_CASH", 700L,
                        "GIVEN_UP", -700L,
                        "TOKEN_REVENUE", 250L,
                        "BREAKAGE", 1_450L));
        assertThat(balances).containsEntry(account(Code.GIVEN_UP, ANN.value()), 700L);

        after(
                new PackReversed(top("pack"), WALLET, tokens, reversal(0, 1_000, 1_000), NOON),
                new PaymentReversed(WALLET, top("pack"), usd(1_000), 1, NOON),
                new PackTakenBack(WALLET, top("pack"), tokens, 3, NOON),
                new ReceivableRaised(WALLET, top("pack").value(), usd(250), NOON));
        assertThat(books())
                .isEqualTo(Map.of(
                        "PROVIDER_CLEARING", 700L,
                        "MEMBER_CASH", 700L,
                        "GIVEN_UP", -450L,
                        "TOKEN_REVENUE", 250L,
                        "BREAKAGE", 450L,
                        "RECEIVABLES", 250L));
    }

    private void captured() {
        after(
                new CardAuthorized(CARD, CALL, BOTH, usd(900), "n_9", NOON, NOON),
                talk("one", new Charge(Pocket.CARD, "lot", Unit.MONEY, 60, 250, 213, 37)),
                new EarningsCredited(LEA, CALL, usd(213), NOON),
                new CardCaptured(CARD, CALL, BOTH, "acct", usd(250), usd(37), NOON),
                new EarningsSettledDirectly(LEA, CALL, CARD.value(), usd(213), NOON),
                new EarningsMatured(LEA, usd(213), NOON, NOON));
    }

    private static HoldCaptured talk(String call, Charge... charges) {
        return new HoldCaptured(
                WALLET, new CallId("call_" + call), usd(0).currency(), Grant.NONE, 60, List.of(charges), NOON);
    }

    private static DuesPaid paid(String name, long minor) {
        return new DuesPaid(top(name), WALLET, dues(minor), "n_" + name, NOON);
    }

    private static Dues dues(long minor) {
        return new Dues(MEMBERSHIP, "tier", usd(minor));
    }

    private static PeriodBegan began(String name, Tier tier, long creditLeft) {
        return new PeriodBegan(MEMBERSHIP, top(name), tier, creditLeft, NOON, NOON, NOON, NOON);
    }

    private static Tier tier(String name, long price) {
        return new Tier(
                name,
                name,
                usd(price),
                900,
                false,
                0,
                new Cycle(0, Duration.ofDays(7).toSeconds()));
    }

    private static TopUpId top(String name) {
        return new TopUpId("top_" + name);
    }

    private static Reversal reversal(long refunded, long disputed, long inAll) {
        return new Reversal(usd(refunded), usd(disputed), usd(inAll), 1);
    }

    private static Account account(Code code, String owner) {
        return new Account(code, owner, "USD");
    }

    private static Money usd(long minor) {
        return Money.of(minor, "USD");
    }

    private void after(Object... facts) {
        for (Object fact : facts) {
            postings.post(fact, memories).ifPresent(this::add);
        }
    }

    private void add(Entry entry) {
        assertThat(entry.lines().stream().mapToLong(Entry.Line::amount).sum())
                .as(entry.toString())
                .isZero();
        entry.lines().forEach(line -> balances.merge(line.account(), line.amount(), Math::addExact));
    }

    /** What every account of the chart stands at, those at zero left out. */
    private Map<String, Long> books() {
        Map<String, Long> books = new TreeMap<>();
        balances.forEach((account, amount) ->
                books.merge(account.code().name(), account.code().kind().usual(amount), Math::addExact));
        books.values().removeIf(amount -> amount == 0);
        return books;
    }
}
