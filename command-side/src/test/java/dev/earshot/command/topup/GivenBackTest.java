package dev.earshot.command.topup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.RefundId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Pack;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.topup.RefundFailure;
import dev.earshot.api.topup.RefundReason;
import dev.earshot.api.topup.Reversal;
import dev.earshot.api.topup.TopUpCommand;
import dev.earshot.api.topup.TopUpCommand.ConfirmRefund;
import dev.earshot.api.topup.TopUpCommand.ConfirmTopUp;
import dev.earshot.api.topup.TopUpCommand.FailRefund;
import dev.earshot.api.topup.TopUpCommand.FlagTopUp;
import dev.earshot.api.topup.TopUpCommand.LoseDispute;
import dev.earshot.api.topup.TopUpCommand.OpenDispute;
import dev.earshot.api.topup.TopUpCommand.RecordPackPaid;
import dev.earshot.api.topup.TopUpCommand.RecordRefund;
import dev.earshot.api.topup.TopUpCommand.RecordReturnedRefund;
import dev.earshot.api.topup.TopUpCommand.RequestPack;
import dev.earshot.api.topup.TopUpCommand.RequestRefund;
import dev.earshot.api.topup.TopUpCommand.RequestRefundOfRest;
import dev.earshot.api.topup.TopUpCommand.RequestTopUp;
import dev.earshot.api.topup.TopUpCommand.WinDispute;
import dev.earshot.api.topup.TopUpEvent.DisputeOpened;
import dev.earshot.api.topup.TopUpEvent.PackReversed;
import dev.earshot.api.topup.TopUpEvent.RefundRecorded;
import dev.earshot.api.topup.TopUpEvent.RefundRequested;
import dev.earshot.api.topup.TopUpEvent.TopUpMismatched;
import dev.earshot.api.topup.TopUpEvent.TopUpReversed;
import dev.earshot.api.topup.TopUpRefusal;
import dev.earshot.command.Live;
import dev.earshot.command.Refusals;
import dev.earshot.command.Snapshots;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

/** What goes back of a top-up of 5.00, whoever tells it, in whatever order. */
class GivenBackTest {
    private static final TopUpId ID = new TopUpId("top_1");
    private static final WalletId WALLET = WalletId.of(new AccountId("acc_ann"));
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final TopUpSettings SETTINGS = new TopUpSettings(100, 1_000_000);
    private static final List<TopUpCommand> PAID = List.of(request(), confirm());

    @Test
    void a_refund_takes_the_money_when_it_is_asked_for() {
        given().when(refund("a", 200))
                .expectEvents(
                        new RefundRequested(
                                ID,
                                WALLET,
                                new RefundId("rfd_a"),
                                "ch_1",
                                usd(200),
                                RefundReason.REQUESTED_BY_MEMBER,
                                NOON),
                        reversed(200, 0, 200, 1));
        given(refund("a", 200)).when(refund("a", 200)).expectNoEvents();
    }

    @Test
    void the_rest_is_what_has_not_gone_back() {
        assertThat(after(refund("a", 200), refundRest("b"))).isEqualTo(reversal(500, 0, 500, 2));
    }

    @Test
    void no_refund_of_more_than_is_left() {
        Refusals.expect(TopUpRefusal.REFUND_EXCEEDS_PAYMENT, given().when(refund("a", 501)));
        Refusals.expect(
                TopUpRefusal.REFUND_EXCEEDS_PAYMENT, given(refund("a", 200)).when(refund("b", 301)));
        Refusals.expect(
                TopUpRefusal.REFUND_EXCEEDS_PAYMENT, given(refundRest("a")).when(refundRest("b")));
        Refusals.expect(TopUpRefusal.REFUND_EXCEEDS_PAYMENT, given().when(refund("a", 0)));
    }

    /** Elsewhere a refund and a chargeback of one payment were both paid out (hyperswitch #10533). */
    @Test
    void no_refund_beside_an_open_dispute_or_of_what_a_lost_one_took() {
        Refusals.expect(TopUpRefusal.TOP_UP_DISPUTED, given(dispute("d", 100)).when(refund("a", 1)));
        Refusals.expect(
                TopUpRefusal.REFUND_EXCEEDS_PAYMENT,
                given(dispute("d", 500), lose("d", 500)).when(refundRest("a")));
        assertThat(after(dispute("d", 500), win("d", 500), refundRest("a"))).isEqualTo(reversal(500, 0, 500, 3));
    }

    @Test
    void no_refund_of_what_was_never_paid() {
        Refusals.expect(
                TopUpRefusal.TOP_UP_NOT_PAID,
                new AggregateTestFixture<>(TopUp.class)
                        .registerInjectableResource(SETTINGS)
                        .givenCommands(request())
                        .when(refundRest("a")));
    }

    @Test
    void a_refund_that_fails_gives_the_money_back() {
        assertThat(after(refund("a", 200), fail("a", RefundFailure.REFUSED))).isEqualTo(reversal(0, 0, 0, 2));
        assertThat(after(refund("a", 200), confirmRefund("a"), fail("a", RefundFailure.RETURNED)))
                .isEqualTo(reversal(0, 0, 0, 2));
    }

    @Test
    void our_own_refund_is_not_counted_again_when_the_provider_tells_of_it() {
        assertThat(after(refund("a", 200), told(200, 1), confirmRefund("a"))).isEqualTo(reversal(200, 0, 200, 1));
        assertThat(after(refund("a", 200), told(300, 1))).isEqualTo(reversal(300, 0, 300, 2));
    }

    @Test
    void a_refund_that_comes_back_is_off_what_the_provider_had_told_before_and_not_off_what_it_tells_later() {
        var back = new FailRefund(ID, new RefundId("rfd_a"), RefundFailure.RETURNED, at(2));
        assertThat(after(refund("a", 200), told(300, 1), back)).isEqualTo(reversal(100, 0, 100, 3));
        assertThat(after(refund("a", 200), told(300, 1), back, told(150, 3))).isEqualTo(reversal(150, 0, 150, 4));
        assertThat(after(told(300, 1), new RecordReturnedRefund(ID, "re_9", usd(300), at(2))))
                .isEqualTo(reversal(0, 0, 0, 2));
    }

    @Test
    void what_the_provider_told_earlier_changes_nothing() {
        given(told(300, 2)).when(told(100, 1)).expectNoEvents();
        given(told(300, 2)).when(told(300, 2)).expectNoEvents();
    }

    @Test
    void a_dispute_takes_the_money_when_it_opens_and_gives_it_back_when_it_is_won() {
        given().when(dispute("d", 500))
                .expectEvents(new DisputeOpened(ID, WALLET, "d", usd(500), NOON), reversed(0, 500, 500, 1));
        assertThat(after(dispute("d", 500), win("d", 500))).isEqualTo(reversal(0, 0, 0, 2));
        assertThat(after(dispute("d", 500), lose("d", 500))).isEqualTo(reversal(0, 500, 500, 1));
    }

    /** All of these are legal and happen. */
    @Test
    void a_dispute_closed_before_it_was_opened_lost_at_once_or_won_after_it_was_lost_converges() {
        assertThat(after(win("d", 500), dispute("d", 500))).isNull();
        assertThat(after(lose("d", 500), dispute("d", 500))).isEqualTo(reversal(0, 500, 500, 1));
        assertThat(after(lose("d", 500), win("d", 500))).isEqualTo(reversal(0, 0, 0, 2));
        assertThat(after(win("d", 500), lose("d", 500))).isNull();
    }

    @Test
    void what_providers_take_beyond_the_payment_is_the_platforms_loss() {
        Reversal reversal = after(refund("a", 300), dispute("d", 600));
        assertThat(reversal).isEqualTo(reversal(300, 600, 500, 2));
        assertThat(reversal.excess()).isEqualTo(usd(400));
    }

    @Test
    void what_was_told_before_the_payment_counts_once_it_is_paid() {
        var topUp = live(List.of(request(), dispute("d", 200), confirm()));
        assertThat(lastOf(topUp.told)).isEqualTo(reversal(0, 200, 200, 1));
    }

    /** Providers tell twice, and each time it is asked what follows. */
    @Test
    void a_payment_told_again_tells_nothing_again_of_what_went_back() {
        given(dispute("d", 200), told(100, 1)).when(confirm()).expectNoEvents();
    }

    @Test
    void a_pack_is_reversed_like_money() {
        Pack pack = new Pack("tokens", PlanVersion.TOKENS, 100, usd(500), 0);
        new AggregateTestFixture<>(TopUp.class)
                .registerInjectableResource(SETTINGS)
                .givenCommands(new RequestPack(ID, WALLET, pack, "test_ok", NOON), confirm())
                .when(dispute("d", 500))
                .expectEvents(
                        new DisputeOpened(ID, WALLET, "d", usd(500), NOON),
                        new PackReversed(ID, WALLET, pack, reversal(0, 500, 500, 1), NOON));
    }

    /** Nobody here was asked for the money, so nobody here can send it back; the store's hook can. */
    @Test
    void what_was_bought_in_a_store_is_given_back_by_the_store_only() {
        Pack pack = new Pack("tokens", PlanVersion.TOKENS, 100, usd(500), 0);
        var bought = new RecordPackPaid(ID, WALLET, pack, "tx_1", NOON);
        for (TopUpCommand refund : List.of(refund("a", 100), refundRest("b"))) {
            Refusals.expect(
                    TopUpRefusal.TOP_UP_OF_STORE,
                    new AggregateTestFixture<>(TopUp.class)
                            .registerInjectableResource(SETTINGS)
                            .givenCommands(bought)
                            .when(refund));
        }
        new AggregateTestFixture<>(TopUp.class)
                .registerInjectableResource(SETTINGS)
                .givenCommands(bought)
                .when(told(500, 1))
                .expectEvents(
                        new RefundRecorded(ID, WALLET, usd(500), at(1)),
                        new PackReversed(ID, WALLET, pack, reversal(500, 0, 500, 1), at(1)));
    }

    @Test
    void another_currency_and_an_unknown_refund_are_refused() {
        Refusals.expect(
                TopUpRefusal.TOP_UP_AMOUNT_MISMATCH, given().when(new RecordRefund(ID, Money.of(5, "INR"), at(1))));
        Refusals.expect(TopUpRefusal.REFUND_UNKNOWN, given().when(confirmRefund("x")));
    }

    @Test
    void another_amount_than_was_asked_for_is_flagged_once_and_only_while_nothing_was_paid() {
        var flag = new FlagTopUp(ID, usd(499), "ch_1", NOON);
        var fixture = new AggregateTestFixture<>(TopUp.class).registerInjectableResource(SETTINGS);
        fixture.givenCommands(request())
                .when(flag)
                .expectEvents(new TopUpMismatched(ID, WALLET, usd(500), usd(499), "ch_1", NOON));
        new AggregateTestFixture<>(TopUp.class)
                .registerInjectableResource(SETTINGS)
                .givenCommands(request(), flag)
                .when(flag)
                .expectNoEvents();
        given().when(flag).expectNoEvents();
        Refusals.expect(
                TopUpRefusal.TOP_UP_AMOUNT_MISMATCH, given().when(new ConfirmTopUp(ID, usd(499), "ch_1", NOON)));
    }

    @Test
    void a_snapshot_keeps_everything() {
        List<TopUpCommand> all = new ArrayList<>(PAID);
        all.addAll(List.of(refund("a", 200), confirmRefund("a"), told(300, 1), dispute("d", 100)));
        all.add(new RecordReturnedRefund(ID, "re_9", usd(100), at(2)));
        Snapshots.expectToKeep(live(all).topUp.root());
    }

    /** Hooks come late, twice and in any order. */
    @Property
    void whatever_the_order_and_however_often_news_of_one_payment_come_to_the_same(
            @ForAll("news") List<TopUpCommand> news, @ForAll long seed) {
        List<TopUpCommand> shuffled = new ArrayList<>(news);
        shuffled.addAll(news.subList(0, news.size() / 2));
        Collections.shuffle(shuffled, new Random(seed));
        Reversal straight = after(news.toArray(TopUpCommand[]::new));
        Reversal mixed = after(shuffled.toArray(TopUpCommand[]::new));
        assertThat(sumsOf(mixed)).isEqualTo(sumsOf(straight));
        assertThat(sumsOf(straight).get(2)).isBetween(0L, 500L);
    }

    @Provide
    Arbitrary<List<TopUpCommand>> news() {
        Arbitrary<Long> amounts = Arbitraries.longs().between(1, 700);
        return Arbitraries.integers()
                .between(1, 4)
                .flatMap(kind -> amounts.flatMap(amount -> Arbitraries.integers()
                        .between(0, 3)
                        .map(which -> switch (kind) {
                            case 1 -> (TopUpCommand) told(100L * which, which);
                            case 2 -> dispute("d" + which, 100 + which);
                            case 3 -> win("d" + which, 100 + which);
                            default -> lose("d" + which, 100 + which);
                        })))
                .list()
                .ofMaxSize(20);
    }

    private static List<Long> sumsOf(Reversal reversal) {
        return reversal == null
                ? List.of(0L, 0L, 0L)
                : List.of(
                        reversal.refunded().minor(),
                        reversal.disputed().minor(),
                        reversal.inAll().minor());
    }

    /** What the last change of a paid top-up tells has gone back; null if there was none. */
    private static Reversal after(TopUpCommand... news) {
        List<TopUpCommand> all = new ArrayList<>(PAID);
        all.addAll(List.of(news));
        return lastOf(live(all).told);
    }

    private static Reversal lastOf(List<Object> told) {
        return told.stream()
                .filter(TopUpReversed.class::isInstance)
                .map(fact -> ((TopUpReversed) fact).reversal())
                .reduce(null, (earlier, later) -> later);
    }

    private record Told(Live<TopUp> topUp, List<Object> told) {}

    private static Told live(List<TopUpCommand> commands) {
        Live<TopUp> topUp = new Live<>(TopUp.class, new TopUp(), SETTINGS);
        List<Object> told = new ArrayList<>();
        commands.forEach(command -> told.addAll(topUp.send(command)));
        return new Told(topUp, told);
    }

    private static Given given(TopUpCommand... past) {
        return new Given(Stream.concat(PAID.stream(), Stream.of(past)).toList());
    }

    private record Given(List<TopUpCommand> past) {
        ResultValidator<TopUp> when(TopUpCommand command) {
            return new AggregateTestFixture<>(TopUp.class)
                    .registerInjectableResource(SETTINGS)
                    .givenCommands(past)
                    .when(command);
        }
    }

    private static TopUpReversed reversed(long refunded, long disputed, long inAll, long revision) {
        return new TopUpReversed(ID, WALLET, usd(500), reversal(refunded, disputed, inAll, revision), NOON);
    }

    private static Reversal reversal(long refunded, long disputed, long inAll, long revision) {
        return new Reversal(usd(refunded), usd(disputed), usd(inAll), revision);
    }

    private static RequestTopUp request() {
        return new RequestTopUp(ID, WALLET, usd(500), "test_ok", NOON);
    }

    private static ConfirmTopUp confirm() {
        return new ConfirmTopUp(ID, usd(500), "ch_1", NOON);
    }

    private static RequestRefund refund(String name, long minor) {
        return new RequestRefund(ID, new RefundId("rfd_" + name), usd(minor), RefundReason.REQUESTED_BY_MEMBER, NOON);
    }

    private static RequestRefundOfRest refundRest(String name) {
        return new RequestRefundOfRest(ID, new RefundId("rfd_" + name), RefundReason.DUPLICATE, NOON);
    }

    private static ConfirmRefund confirmRefund(String name) {
        return new ConfirmRefund(ID, new RefundId("rfd_" + name), "re_" + name, NOON);
    }

    private static FailRefund fail(String name, RefundFailure reason) {
        return new FailRefund(ID, new RefundId("rfd_" + name), reason, NOON);
    }

    private static RecordRefund told(long inAll, int second) {
        return new RecordRefund(ID, usd(inAll), at(second));
    }

    private static OpenDispute dispute(String name, long minor) {
        return new OpenDispute(ID, name, usd(minor), NOON);
    }

    private static WinDispute win(String name, long minor) {
        return new WinDispute(ID, name, usd(minor), NOON);
    }

    private static LoseDispute lose(String name, long minor) {
        return new LoseDispute(ID, name, usd(minor), NOON);
    }

    private static Instant at(int second) {
        return NOON.plusSeconds(second);
    }

    private static Money usd(long minor) {
        return Money.of(minor, "USD");
    }
}
