package dev.earshot.command.card;

import static dev.earshot.command.card.CardPaymentStory.CALL;
import static dev.earshot.command.card.CardPaymentStory.NOON;
import static dev.earshot.command.card.CardPaymentStory.PARTIES;
import static dev.earshot.command.card.CardPaymentStory.PAYMENT;
import static dev.earshot.command.card.CardPaymentStory.SETTINGS;
import static dev.earshot.command.card.CardPaymentStory.authorize;
import static dev.earshot.command.card.CardPaymentStory.confirm;
import static dev.earshot.command.card.CardPaymentStory.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.card.CardPaymentCommand.CaptureCard;
import dev.earshot.api.card.CardPaymentCommand.ConfirmCapture;
import dev.earshot.api.card.CardRefusal;
import dev.earshot.api.card.CardReversalCommand;
import dev.earshot.api.card.CardReversalCommand.ConfirmCardRefund;
import dev.earshot.api.card.CardReversalCommand.FailCardRefund;
import dev.earshot.api.card.CardReversalCommand.LoseCardDispute;
import dev.earshot.api.card.CardReversalCommand.OpenCardDispute;
import dev.earshot.api.card.CardReversalCommand.RecordCardRefund;
import dev.earshot.api.card.CardReversalCommand.RecordReturnedCardRefund;
import dev.earshot.api.card.CardReversalCommand.RequestCardRefund;
import dev.earshot.api.card.CardReversalCommand.RequestCardRefundOfRest;
import dev.earshot.api.card.CardReversalCommand.WinCardDispute;
import dev.earshot.api.card.CardReversalEvent.CardDisputeLost;
import dev.earshot.api.card.CardReversalEvent.CardDisputeOpened;
import dev.earshot.api.card.CardReversalEvent.CardPaymentReversed;
import dev.earshot.api.card.CardReversalEvent.CardRefundRequested;
import dev.earshot.api.card.CardReversalEvent.ListenerShareFetched;
import dev.earshot.api.card.CardReversalEvent.ListenerShareLost;
import dev.earshot.api.card.CardReversalEvent.ListenerShareRestored;
import dev.earshot.api.card.RefundBearer;
import dev.earshot.api.id.ClawbackId;
import dev.earshot.api.id.RefundId;
import dev.earshot.api.money.Money;
import dev.earshot.api.topup.RefundFailure;
import dev.earshot.api.topup.RefundReason;
import dev.earshot.api.topup.Reversal;
import dev.earshot.command.Live;
import dev.earshot.command.Refusals;
import dev.earshot.command.Snapshots;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

/** What goes back of a captured 10.01, of which 8.51 went to the listener, whoever tells it, in whatever order. */
class GivenBackToCardTest {
    private static final long CAPTURED = 1_001;
    private static final long SHARE = 851;
    private static final List<Object> PAID = List.of(
            authorize(3_000, 1_200),
            confirm(1, 3_000),
            new CaptureCard(PAYMENT, usd(CAPTURED), usd(CAPTURED - SHARE), NOON),
            new ConfirmCapture(PAYMENT, usd(CAPTURED), NOON));

    @Test
    void a_dispute_is_owed_by_the_member_when_it_opens_and_costs_the_listener_nothing_yet() {
        given().when(open("d", CAPTURED))
                .expectEvents(
                        new CardDisputeOpened(PAYMENT, CALL, PARTIES, "d", usd(CAPTURED), NOON),
                        reversed(reversal(0, CAPTURED, CAPTURED, 1), CAPTURED));
        given(open("d", CAPTURED)).when(open("d", CAPTURED)).expectNoEvents();
    }

    @Test
    void a_lost_dispute_takes_the_listeners_share_of_what_was_lost_rounded_down_once() {
        given(open("d", CAPTURED))
                .when(lose("d", CAPTURED))
                .expectEvents(
                        new CardDisputeLost(PAYMENT, CALL, PARTIES, "d", usd(CAPTURED), NOON),
                        new ListenerShareLost(PAYMENT, CALL, PARTIES, change(1), usd(SHARE), NOON));
        given(lose("d", CAPTURED)).when(lose("d", CAPTURED)).expectNoEvents();
        assertThat(after(open("d", 500), lose("d", 500)).listener).isEqualTo(SHARE * 500 / CAPTURED);
    }

    @Test
    void a_won_dispute_is_owed_no_more_and_one_that_was_lost_before_gives_the_listener_their_share_again() {
        assertThat(after(open("d", 500), win("d", 500))).isEqualTo(new Sums(0, 0, 0, 0, 0));
        assertThat(after(open("d", 500), lose("d", 500), win("d", 500))).isEqualTo(new Sums(0, 0, 0, 0, 0));
    }

    @Test
    void a_refund_is_the_platforms_goodwill_unless_it_is_asked_of_the_listener() {
        given().when(refund("a", 500, RefundBearer.PLATFORM))
                .expectEvents(
                        new CardRefundRequested(
                                PAYMENT,
                                CALL,
                                PARTIES,
                                new RefundId("rfd_a"),
                                "ref",
                                usd(500),
                                RefundReason.REQUESTED_BY_MEMBER,
                                RefundBearer.PLATFORM,
                                NOON),
                        reversed(reversal(500, 0, 500, 1), 0));
        assertThat(after(refund("a", 500, RefundBearer.PLATFORM), confirmed("a")))
                .isEqualTo(new Sums(500, 0, 0, 0, 0));
        assertThat(after(refund("a", 500, RefundBearer.LISTENER), confirmed("a")))
                .isEqualTo(new Sums(500, 0, 0, SHARE * 500 / CAPTURED, SHARE * 500 / CAPTURED));
    }

    @Test
    void what_the_listener_bears_is_fetched_when_the_refund_is_made_and_not_when_it_is_asked_for() {
        assertThat(after(refund("a", 500, RefundBearer.LISTENER)).listener).isZero();
        assertThat(after(refund("a", 500, RefundBearer.LISTENER), failed("a", RefundFailure.REFUSED)))
                .isEqualTo(new Sums(0, 0, 0, 0, 0));
    }

    /** The provider has fetched it and keeps it for us: the listener gets it in the usual way. */
    @Test
    void a_refund_that_comes_back_gives_the_listener_back_what_was_fetched_in_either_order_of_the_news() {
        long part = SHARE * 500 / CAPTURED;
        var back = failed("a", RefundFailure.RETURNED);
        assertThat(after(refund("a", 500, RefundBearer.LISTENER), confirmed("a"), back))
                .isEqualTo(new Sums(0, 0, 0, 0, part));
        assertThat(after(refund("a", 500, RefundBearer.LISTENER), back, confirmed("a")))
                .isEqualTo(new Sums(0, 0, 0, 0, part));
    }

    @Test
    void refunds_and_disputes_share_what_was_captured_and_a_goodwill_is_never_asked_back() {
        assertThat(after(refund("a", 600, RefundBearer.PLATFORM), open("d", CAPTURED)))
                .isEqualTo(new Sums(600, CAPTURED, CAPTURED - 600, 0, 0));
        assertThat(after(refund("a", 600, RefundBearer.PLATFORM), lose("d", CAPTURED)).listener)
                .isEqualTo(SHARE * (CAPTURED - 600) / CAPTURED);
    }

    @Test
    void no_refund_of_more_than_is_left_while_disputed_or_of_what_was_never_captured() {
        Refusals.expect(
                CardRefusal.CARD_REFUND_EXCEEDS_PAYMENT,
                given().when(refund("a", CAPTURED + 1, RefundBearer.PLATFORM)));
        Refusals.expect(CardRefusal.CARD_REFUND_EXCEEDS_PAYMENT, given().when(refund("a", 0, RefundBearer.PLATFORM)));
        Refusals.expect(
                CardRefusal.CARD_REFUND_EXCEEDS_PAYMENT, given(rest("a")).when(rest("b")));
        Refusals.expect(CardRefusal.CARD_PAYMENT_DISPUTED, given(open("d", 1)).when(rest("a")));
        Refusals.expect(
                CardRefusal.CARD_REFUND_EXCEEDS_PAYMENT,
                given(lose("d", CAPTURED)).when(rest("a")));
        Refusals.expect(
                CardRefusal.CARD_PAYMENT_NOT_CAPTURED,
                fixture().givenCommands(PAID.subList(0, 3)).when(rest("a")));
    }

    @Test
    void another_currency_and_an_unknown_refund_are_refused() {
        Refusals.expect(
                CardRefusal.CARD_PAYMENT_CURRENCY_MISMATCH,
                given().when(new OpenCardDispute(PAYMENT, "d", Money.of(5, "INR"), NOON)));
        Refusals.expect(CardRefusal.CARD_REFUND_UNKNOWN, given().when(confirmed("x")));
    }

    @Test
    void our_own_refund_is_not_counted_again_when_the_provider_tells_of_it() {
        assertThat(after(refund("a", 200, RefundBearer.PLATFORM), told(200, 1), confirmed("a")).refunded)
                .isEqualTo(200);
        assertThat(after(refund("a", 200, RefundBearer.PLATFORM), told(300, 1)).refunded)
                .isEqualTo(300);
    }

    /** The hook of a dispute may come before the answer of the capture. */
    @Test
    void what_was_told_before_the_capture_counts_once_it_is_captured() {
        List<Object> all = new ArrayList<>(PAID);
        all.add(3, lose("d", 500));
        assertThat(sumsOf(all)).isEqualTo(new Sums(0, 500, 500, SHARE * 500 / CAPTURED, 0));
    }

    @Test
    void a_snapshot_keeps_everything() {
        List<Object> all = new ArrayList<>(PAID);
        all.addAll(List.of(refund("a", 200, RefundBearer.LISTENER), confirmed("a"), told(300, 1), lose("d", 100)));
        all.add(new RecordReturnedCardRefund(PAYMENT, "re_9", usd(100), NOON.plusSeconds(2)));
        Snapshots.expectToKeep(live(all, new ArrayList<>()).root());
    }

    /** Hooks come late, twice and in any order. */
    @Property
    void whatever_the_order_and_however_often_news_of_one_payment_come_to_the_same(
            @ForAll("news") List<CardReversalCommand> news, @ForAll long seed) {
        List<CardReversalCommand> shuffled = new ArrayList<>(news);
        shuffled.addAll(news.subList(0, news.size() / 2));
        Collections.shuffle(shuffled, new Random(seed));

        Sums straight = after(news.toArray(CardReversalCommand[]::new));
        Sums mixed = after(shuffled.toArray(CardReversalCommand[]::new));

        assertThat(mixed).isEqualTo(straight);
        assertThat(straight.owed).isBetween(0L, CAPTURED);
        assertThat(straight.listener).isBetween(0L, SHARE);
    }

    @Provide
    Arbitrary<List<CardReversalCommand>> news() {
        Arbitrary<Integer> which = Arbitraries.integers().between(0, 3);
        return Combinators.combine(Arbitraries.integers().between(1, 4), which)
                .as((kind, number) -> switch (kind) {
                    case 1 -> (CardReversalCommand) told(100L * number, number);
                    case 2 -> open("d" + number, 301L * number);
                    case 3 -> win("d" + number, 301L * number);
                    default -> lose("d" + number, 301L * number);
                })
                .list()
                .ofMaxSize(20);
    }

    /** What all news have come to: the last sums told, and all that was told of the listener's share. */
    private record Sums(long refunded, long disputed, long owed, long listener, long fetched) {
        Sums taking(long more, long moreFetched) {
            return new Sums(refunded, disputed, owed, listener + more, fetched + moreFetched);
        }
    }

    private static Sums after(CardReversalCommand... news) {
        List<Object> all = new ArrayList<>(PAID);
        all.addAll(List.of(news));
        return sumsOf(all);
    }

    private static Sums sumsOf(List<Object> commands) {
        List<Object> told = new ArrayList<>();
        live(commands, told);
        Sums sums = new Sums(0, 0, 0, 0, 0);
        Set<ClawbackId> names = new HashSet<>();
        for (Object fact : told) {
            if (fact instanceof CardPaymentReversed event) {
                Reversal reversal = event.reversal();
                sums = new Sums(
                        reversal.refunded().minor(),
                        reversal.disputed().minor(),
                        event.owed().minor(),
                        sums.listener,
                        sums.fetched);
            } else if (fact instanceof ListenerShareLost event) {
                sums = sums.taking(event.amount().minor(), 0);
                assertThat(names.add(event.clawbackId())).isTrue();
            } else if (fact instanceof ListenerShareFetched event) {
                sums = sums.taking(event.amount().minor(), event.amount().minor());
                assertThat(names.add(event.clawbackId())).isTrue();
            } else if (fact instanceof ListenerShareRestored event) {
                sums = sums.taking(-event.amount().minor(), 0);
                assertThat(names.add(event.clawbackId())).isTrue();
            }
        }
        return sums;
    }

    private static Live<CardPayment> live(List<Object> commands, List<Object> told) {
        Live<CardPayment> payment = new Live<>(CardPayment.class, new CardPayment(), SETTINGS);
        commands.forEach(command -> told.addAll(payment.send(command)));
        return payment;
    }

    private static AggregateTestFixture<CardPayment> fixture() {
        var fixture = new AggregateTestFixture<>(CardPayment.class);
        fixture.registerInjectableResource(SETTINGS);
        return fixture;
    }

    private static Given given(CardReversalCommand... past) {
        List<Object> all = new ArrayList<>(PAID);
        all.addAll(List.of(past));
        return new Given(all);
    }

    private record Given(List<Object> past) {
        ResultValidator<CardPayment> when(CardReversalCommand command) {
            return fixture().givenCommands(past).when(command);
        }
    }

    private static CardPaymentReversed reversed(Reversal reversal, long owed) {
        return new CardPaymentReversed(PAYMENT, CALL, PARTIES, usd(CAPTURED), reversal, usd(owed), NOON);
    }

    private static Reversal reversal(long refunded, long disputed, long inAll, long revision) {
        return new Reversal(usd(refunded), usd(disputed), usd(inAll), revision);
    }

    private static ClawbackId change(int number) {
        return ClawbackId.of(PAYMENT, number);
    }

    private static RequestCardRefund refund(String name, long minor, RefundBearer from) {
        return new RequestCardRefund(
                PAYMENT, new RefundId("rfd_" + name), usd(minor), RefundReason.REQUESTED_BY_MEMBER, from, NOON);
    }

    private static RequestCardRefundOfRest rest(String name) {
        return new RequestCardRefundOfRest(
                PAYMENT, new RefundId("rfd_" + name), RefundReason.DUPLICATE, RefundBearer.PLATFORM, NOON);
    }

    private static ConfirmCardRefund confirmed(String name) {
        return new ConfirmCardRefund(PAYMENT, new RefundId("rfd_" + name), "re_" + name, NOON);
    }

    private static FailCardRefund failed(String name, RefundFailure reason) {
        return new FailCardRefund(PAYMENT, new RefundId("rfd_" + name), reason, NOON);
    }

    private static RecordCardRefund told(long inAll, int second) {
        return new RecordCardRefund(PAYMENT, usd(inAll), NOON.plusSeconds(second));
    }

    private static OpenCardDispute open(String name, long minor) {
        return new OpenCardDispute(PAYMENT, name, usd(minor), NOON);
    }

    private static WinCardDispute win(String name, long minor) {
        return new WinCardDispute(PAYMENT, name, usd(minor), NOON);
    }

    private static LoseCardDispute lose(String name, long minor) {
        return new LoseCardDispute(PAYMENT, name, usd(minor), NOON);
    }
}
