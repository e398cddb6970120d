package dev.earshot.command.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.PurchaseId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Pack;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.purchase.Buyer;
import dev.earshot.api.purchase.DisputeVerdict;
import dev.earshot.api.purchase.PurchaseCommand;
import dev.earshot.api.purchase.PurchaseCommand.ClaimPurchase;
import dev.earshot.api.purchase.PurchaseCommand.DisputePurchase;
import dev.earshot.api.purchase.PurchaseCommand.GiveUpPurchase;
import dev.earshot.api.purchase.PurchaseCommand.RecordPack;
import dev.earshot.api.purchase.PurchaseCommand.RefundPurchase;
import dev.earshot.api.purchase.PurchaseEvent.ClaimDisputed;
import dev.earshot.api.purchase.PurchaseEvent.ClaimRefunded;
import dev.earshot.api.purchase.PurchaseEvent.PackBought;
import dev.earshot.api.purchase.PurchaseEvent.PackClaimed;
import dev.earshot.api.purchase.PurchaseEvent.PurchaseDisputed;
import dev.earshot.api.purchase.PurchaseEvent.PurchaseRefunded;
import dev.earshot.api.purchase.PurchaseEvent.PurchaseUnclaimed;
import dev.earshot.api.purchase.PurchaseRefusal;
import dev.earshot.command.Live;
import dev.earshot.command.Refusals;
import dev.earshot.command.Snapshots;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurchaseTest {
    private static final PurchaseId ID = new PurchaseId("pur_1");
    private static final AccountId ANN = new AccountId("acc_ann");
    private static final AccountId BEN = new AccountId("acc_ben");
    private static final AccountId NOBODY = new AccountId("acc_nobody");
    private static final Instant PAID_AT = Instant.parse("2026-03-01T11:00:00Z");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Buyer STRANGER = new Buyer("", "profile-hash", "mail-hash");
    private static final Pack PACK = pack(100, 999);

    @Test
    void what_an_account_bought_is_given_to_it_at_once_and_once() {
        var named = new Buyer(ANN.value(), "", "mail-hash");
        given().when(bought(named)).expectEvents(told(named), new PackClaimed(ID, ANN, PACK, "tx_1", NOON));
        given(bought(named)).when(bought(named)).expectNoEvents();
    }

    /** "A hook for an unknown account": the money came, so it is kept, and its finder is looked for. */
    @Test
    void what_an_unknown_account_bought_waits() {
        var unknown = new Buyer(NOBODY.value(), "", "");
        given().when(bought(unknown)).expectEvents(told(unknown));
        given(bought(unknown)).when(bought(unknown)).expectNoEvents();
    }

    @Test
    void what_waits_goes_to_an_account_that_is_named_only_later() {
        given(bought(STRANGER))
                .when(bought(new Buyer(ANN.value(), "", "")))
                .expectEvents(new PackClaimed(ID, ANN, PACK, "tx_1", NOON));
    }

    @ParameterizedTest
    @CsvSource({"profile-hash", "mail-hash"})
    void whoever_proves_to_be_the_buyer_gets_it_once(String name) {
        given(bought(STRANGER)).when(claim(ANN, name)).expectEvents(new PackClaimed(ID, ANN, PACK, "tx_1", NOON));
        given(bought(STRANGER), claim(ANN, name)).when(claim(ANN, name)).expectNoEvents();
    }

    @Test
    void of_two_claimants_one_wins_and_the_other_is_told() {
        Refusals.expect(
                PurchaseRefusal.PURCHASE_CLAIMED,
                given(bought(STRANGER), claim(ANN, "mail-hash")).when(claim(BEN, "profile-hash")));
    }

    @ParameterizedTest
    @CsvSource({"other-hash", "''"})
    void nobody_gets_what_somebody_else_bought(String name) {
        Refusals.expect(
                PurchaseRefusal.PURCHASE_UNKNOWN, given(bought(STRANGER)).when(claim(BEN, name)));
        var unnamed = new Buyer(NOBODY.value(), "", "");
        Refusals.expect(PurchaseRefusal.PURCHASE_UNKNOWN, given(bought(unnamed)).when(claim(BEN, name)));
    }

    @Test
    void what_was_refunded_whole_is_neither_claimed_nor_given_up() {
        given(bought(STRANGER)).when(refund(999)).expectEvents(new PurchaseRefunded(ID, usd(999), NOON));
        Refusals.expect(
                PurchaseRefusal.PURCHASE_REFUNDED,
                given(bought(STRANGER), refund(999)).when(claim(ANN, "mail-hash")));
        given(bought(STRANGER), refund(999)).when(giveUp()).expectNoEvents();
        given(bought(STRANGER), refund(999))
                .when(bought(new Buyer(ANN.value(), "", "")))
                .expectNoEvents();
    }

    @Test
    void a_refund_that_is_told_before_its_purchase_is_remembered() {
        var named = new Buyer(ANN.value(), "", "");
        given().when(refund(999)).expectEvents(new PurchaseRefunded(ID, usd(999), NOON));
        given(refund(999)).when(bought(named)).expectEvents(told(named));
        Refusals.expect(PurchaseRefusal.PURCHASE_UNKNOWN, given(refund(999)).when(claim(ANN, "")));
    }

    @ParameterizedTest
    @CsvSource({"1, 100, 998", "500, 50, 499", "998, 1, 1"})
    void what_went_back_before_the_claim_shrinks_what_the_claimant_gets(long back, long units, long price) {
        given(bought(STRANGER), refund(back))
                .when(claim(ANN, "mail-hash"))
                .expectEvents(new PackClaimed(ID, ANN, pack(units, price), "tx_1", NOON));
    }

    @Test
    void what_goes_back_after_the_claim_is_counted_against_what_the_claimant_got() {
        given(bought(STRANGER), claim(ANN, "mail-hash"))
                .when(refund(999))
                .expectEvents(new ClaimRefunded(ID, ANN, usd(999), NOON));
        given(bought(STRANGER), refund(500), claim(ANN, "mail-hash"))
                .when(refund(999))
                .expectEvents(new ClaimRefunded(ID, ANN, usd(499), NOON));
        given(bought(STRANGER), refund(500), claim(ANN, "mail-hash"), refund(700))
                .when(refund(999))
                .expectEvents(new ClaimRefunded(ID, ANN, usd(499), NOON));
    }

    @Test
    void a_refund_told_again_or_late_changes_nothing() {
        given(bought(STRANGER), refund(500)).when(refund(500)).expectNoEvents();
        given(bought(STRANGER), refund(500)).when(refund(499)).expectNoEvents();
        given(bought(STRANGER)).when(refund(0)).expectNoEvents();
        given(bought(STRANGER), claim(ANN, "mail-hash"), refund(500))
                .when(refund(500))
                .expectNoEvents();
    }

    @Test
    void what_nobody_claims_is_given_up_once_and_can_still_be_claimed() {
        given(bought(STRANGER)).when(giveUp()).expectEvents(new PurchaseUnclaimed(ID, NOON));
        given(bought(STRANGER), giveUp()).when(giveUp()).expectNoEvents();
        given(bought(STRANGER), giveUp())
                .when(claim(ANN, "mail-hash"))
                .expectEvents(new PackClaimed(ID, ANN, PACK, "tx_1", NOON));
        given(bought(STRANGER), claim(ANN, "mail-hash")).when(giveUp()).expectNoEvents();
    }

    /** The price of what was given and what went back before and after always make up the price that was paid. */
    @Test
    void nothing_of_a_price_is_lost_or_doubled() {
        LongStream.rangeClosed(1, 998).forEach(back -> {
            Pack left = new Price(usd(back)).left(PACK);
            assertThat(left.price().plus(usd(back))).isEqualTo(PACK.price());
            assertThat(left.units()).isBetween(1L, PACK.units());
            assertThat(left.units() * 999 - left.price().minor() * 100).isBetween(0L, 998L);
        });
        assertThat(new Price(usd(999)).isGone(PACK, 0)).isTrue();
        assertThat(new Price(Money.of(1, "EUR")).isGone(PACK, 0))
                .as("beyond comparison")
                .isTrue();
    }

    @Test
    void what_a_bank_disputes_is_claimed_by_nobody_until_it_is_won() {
        given(bought(STRANGER))
                .when(dispute(DisputeVerdict.OPEN, 999))
                .expectEvents(new PurchaseDisputed(ID, "dp_1", DisputeVerdict.OPEN, usd(999), false, NOON));
        Refusals.expect(
                PurchaseRefusal.PURCHASE_DISPUTED,
                given(bought(STRANGER), dispute(DisputeVerdict.OPEN, 10)).when(claim(ANN, "mail-hash")));
        given(bought(STRANGER), dispute(DisputeVerdict.OPEN, 999))
                .when(bought(new Buyer(ANN.value(), "", "")))
                .expectNoEvents();
        Refusals.expect(
                PurchaseRefusal.PURCHASE_DISPUTED,
                given(bought(STRANGER), dispute(DisputeVerdict.LOST, 999)).when(claim(ANN, "mail-hash")));
        given(bought(STRANGER), dispute(DisputeVerdict.OPEN, 999), dispute(DisputeVerdict.LOST, 999))
                .when(dispute(DisputeVerdict.WON, 999))
                .expectEvents(new PurchaseDisputed(ID, "dp_1", DisputeVerdict.WON, usd(999), true, NOON));
        given(bought(STRANGER), dispute(DisputeVerdict.OPEN, 999), dispute(DisputeVerdict.WON, 999))
                .when(claim(ANN, "mail-hash"))
                .expectEvents(
                        new PackClaimed(ID, ANN, PACK, "tx_1", NOON),
                        new ClaimDisputed(ID, ANN, "dp_1", DisputeVerdict.WON, usd(999), NOON));
    }

    /** The top-up takes its share of the units, and gives it back if the dispute is won after all. */
    @Test
    void what_a_bank_took_of_the_price_goes_with_the_purchase() {
        given(bought(STRANGER), dispute(DisputeVerdict.LOST, 500))
                .when(claim(ANN, "mail-hash"))
                .expectEvents(
                        new PackClaimed(ID, ANN, PACK, "tx_1", NOON),
                        new ClaimDisputed(ID, ANN, "dp_1", DisputeVerdict.LOST, usd(500), NOON));
        Refusals.expect(
                PurchaseRefusal.PURCHASE_DISPUTED,
                given(bought(STRANGER), refund(499), dispute(DisputeVerdict.LOST, 500))
                        .when(claim(ANN, "mail-hash")));
    }

    @Test
    void a_dispute_after_the_claim_is_told_on_once() {
        given(bought(STRANGER), claim(ANN, "mail-hash"))
                .when(dispute(DisputeVerdict.OPEN, 999))
                .expectEvents(new ClaimDisputed(ID, ANN, "dp_1", DisputeVerdict.OPEN, usd(999), NOON));
        given(bought(STRANGER), claim(ANN, "mail-hash"), dispute(DisputeVerdict.WON, 999))
                .when(dispute(DisputeVerdict.OPEN, 999))
                .expectNoEvents();
    }

    /** A payment that was asked for here may not be known by its name yet: whoever told is heard again later. */
    @Test
    void a_dispute_of_a_purchase_nobody_knows_is_not_taken() {
        Refusals.expect(PurchaseRefusal.PURCHASE_UNKNOWN, given(refund(1)).when(dispute(DisputeVerdict.OPEN, 999)));
        Refusals.expect(
                PurchaseRefusal.PURCHASE_CURRENCY_MISMATCH,
                given(bought(STRANGER))
                        .when(new DisputePurchase(ID, "dp_1", DisputeVerdict.OPEN, Money.of(999, "EUR"), NOON)));
    }

    @Test
    void what_a_store_gives_for_nothing_is_given_whole_and_nothing_of_it_goes_back() {
        Pack free = pack(100, 0);
        var gift = new RecordPack(ID, free, "adapty", "tx_1", STRANGER, PAID_AT, NOON);
        given(refund(5), gift).when(claim(ANN, "mail-hash")).expectEvents(new PackClaimed(ID, ANN, free, "tx_1", NOON));
        given(gift).when(refund(5)).expectNoEvents();
        given(gift, claim(ANN, "mail-hash")).when(refund(0)).expectNoEvents();
        given(gift, claim(ANN, "mail-hash")).when(refund(5)).expectNoEvents();
    }

    /** Told in any order and again, as hooks that nobody took are: one has it, and its top-up knows it was won. */
    @Test
    void every_order_of_a_dispute_that_is_won_ends_with_the_goods_and_the_verdict() {
        List<PurchaseCommand> told = List.of(
                bought(STRANGER),
                refund(400),
                claim(ANN, "mail-hash"),
                claim(BEN, "profile-hash"),
                dispute(DisputeVerdict.OPEN, 999),
                dispute(DisputeVerdict.LOST, 999),
                dispute(DisputeVerdict.WON, 999));
        orders(told).forEach(order -> {
            List<Object> events = outcomeOf(
                    Stream.of(order, order, order).flatMap(List::stream).toList());
            assertThat(only(PackClaimed.class, events)).as("%s", order).hasSize(1);
            assertThat(only(ClaimDisputed.class, events).stream()
                            .map(ClaimDisputed::verdict)
                            .max(Comparator.naturalOrder()))
                    .as("%s", order)
                    .contains(DisputeVerdict.WON);
        });
    }

    @Test
    void no_order_gives_the_goods_while_a_bank_has_the_money() {
        List<PurchaseCommand> told = List.of(
                bought(STRANGER),
                bought(new Buyer(BEN.value(), "", "")),
                claim(ANN, "mail-hash"),
                dispute(DisputeVerdict.OPEN, 999),
                dispute(DisputeVerdict.LOST, 999),
                giveUp());
        orders(told).forEach(order -> {
            boolean withheld = false;
            for (Object event :
                    outcomeOf(Stream.concat(order.stream(), order.stream()).toList())) {
                withheld |= event instanceof PurchaseDisputed;
                assertThat(withheld && event instanceof PackClaimed)
                        .as("%s", order)
                        .isFalse();
            }
        });
    }

    /** In whatever order things are told, at most one gets it, and nothing goes back that was not paid. */
    @Test
    void every_order_of_what_is_told_ends_well() {
        List<PurchaseCommand> told = List.of(
                bought(STRANGER),
                bought(STRANGER),
                refund(400),
                refund(999),
                claim(ANN, "mail-hash"),
                claim(BEN, "profile-hash"),
                giveUp());
        orders(told).forEach(order -> {
            List<Object> events = outcomeOf(order);
            List<PackClaimed> claims = only(PackClaimed.class, events);
            long before = only(PurchaseRefunded.class, events).stream()
                    .mapToLong(event -> event.inAll().minor())
                    .max()
                    .orElse(0);
            long after = only(ClaimRefunded.class, events).stream()
                    .mapToLong(event -> event.inAll().minor())
                    .max()
                    .orElse(0);
            assertThat(only(PackBought.class, events)).as("%s", order).hasSize(1);
            assertThat(claims).as("%s", order).hasSizeLessThanOrEqualTo(1);
            assertThat(before + after).as("%s", order).isEqualTo(999);
            claims.forEach(claim ->
                    assertThat(claim.pack().price().minor()).as("%s", order).isEqualTo(999 - before));
        });
    }

    private static <E> List<E> only(Class<E> type, List<Object> events) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** What nobody has told of yet cannot be claimed or given up, which only asks again later. */
    private static List<Object> outcomeOf(List<PurchaseCommand> order) {
        var live = new Live<>(Purchase.class, new Purchase(), wallets());
        return order.stream().flatMap(command -> live.send(command).stream()).toList();
    }

    private static Stream<List<PurchaseCommand>> orders(List<PurchaseCommand> told) {
        if (told.isEmpty()) {
            return Stream.of(List.of());
        }
        return IntStream.range(0, told.size()).boxed().flatMap(next -> {
            List<PurchaseCommand> others = new ArrayList<>(told);
            PurchaseCommand first = others.remove((int) next);
            return orders(others)
                    .map(rest -> Stream.concat(Stream.of(first), rest.stream()).toList());
        });
    }

    @Test
    void is_the_same_after_a_snapshot() {
        var live = new Live<>(Purchase.class, new Purchase(), wallets());
        Snapshots.expectToKeep(live.root());
        List.of(
                        refund(500),
                        bought(STRANGER),
                        giveUp(),
                        dispute(DisputeVerdict.OPEN, 5),
                        dispute(DisputeVerdict.LOST, 5),
                        claim(ANN, "mail-hash"),
                        refund(700))
                .forEach(command -> {
                    assertThat(live.send(command)).isNotEmpty();
                    Snapshots.expectToKeep(live.root());
                });
    }

    private static TestExecutor<Purchase> given(PurchaseCommand... earlier) {
        return new AggregateTestFixture<>(Purchase.class)
                .registerInjectableResource(wallets())
                .givenCommands((Object[]) earlier);
    }

    private static OpenWallets wallets() {
        return Set.of(ANN, BEN)::contains;
    }

    private static RecordPack bought(Buyer buyer) {
        return new RecordPack(ID, PACK, "adapty", "tx_1", buyer, PAID_AT, NOON);
    }

    private static PackBought told(Buyer buyer) {
        return new PackBought(ID, PACK, "adapty", "tx_1", buyer, PAID_AT, NOON);
    }

    private static ClaimPurchase claim(AccountId account, String name) {
        return new ClaimPurchase(ID, account, name, NOON);
    }

    private static RefundPurchase refund(long minor) {
        return new RefundPurchase(ID, usd(minor), NOON);
    }

    private static DisputePurchase dispute(DisputeVerdict verdict, long minor) {
        return new DisputePurchase(ID, "dp_1", verdict, usd(minor), NOON);
    }

    private static GiveUpPurchase giveUp() {
        return new GiveUpPurchase(ID, NOON);
    }

    private static Pack pack(long units, long minor) {
        return new Pack("tokens-100", PlanVersion.TOKENS, units, usd(minor), 0);
    }

    private static Money usd(long minor) {
        return Money.of(minor, "USD");
    }
}
