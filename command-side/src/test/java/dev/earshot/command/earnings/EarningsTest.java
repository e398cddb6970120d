package dev.earshot.command.earnings;

import static dev.earshot.command.earnings.EarningsStory.HOUR;
import static dev.earshot.command.earnings.EarningsStory.LEA;
import static dev.earshot.command.earnings.EarningsStory.MONDAY;
import static dev.earshot.command.earnings.EarningsStory.NOON;
import static dev.earshot.command.earnings.EarningsStory.SUE;
import static dev.earshot.command.earnings.EarningsStory.WEEK;
import static dev.earshot.command.earnings.EarningsStory.after;
import static dev.earshot.command.earnings.EarningsStory.call;
import static dev.earshot.command.earnings.EarningsStory.clawback;
import static dev.earshot.command.earnings.EarningsStory.credit;
import static dev.earshot.command.earnings.EarningsStory.mature;
import static dev.earshot.command.earnings.EarningsStory.penalty;
import static dev.earshot.command.earnings.EarningsStory.reversal;
import static dev.earshot.command.earnings.EarningsStory.settle;
import static dev.earshot.command.earnings.EarningsStory.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.earnings.Coins;
import dev.earshot.api.earnings.EarningsCommand.ImposePenalty;
import dev.earshot.api.earnings.EarningsCommand.ReturnClawback;
import dev.earshot.api.earnings.EarningsCommand.TakeBackDirectly;
import dev.earshot.api.earnings.EarningsEvent.BonusCredited;
import dev.earshot.api.earnings.EarningsEvent.ClawbackReturned;
import dev.earshot.api.earnings.EarningsEvent.EarningsClawedBack;
import dev.earshot.api.earnings.EarningsEvent.EarningsCredited;
import dev.earshot.api.earnings.EarningsEvent.EarningsMatured;
import dev.earshot.api.earnings.EarningsEvent.EarningsReleased;
import dev.earshot.api.earnings.EarningsEvent.EarningsSettledDirectly;
import dev.earshot.api.earnings.EarningsEvent.EarningsTakenBackDirectly;
import dev.earshot.api.earnings.EarningsEvent.PenaltyImposed;
import dev.earshot.api.earnings.EarningsEvent.PenaltyReversed;
import dev.earshot.api.earnings.EarningsEvent.TalkCounted;
import dev.earshot.api.earnings.EarningsRefusal;
import dev.earshot.api.earnings.PenaltyReason;
import dev.earshot.api.id.ClawbackId;
import dev.earshot.api.id.PenaltyId;
import dev.earshot.api.money.Money;
import dev.earshot.api.payout.PayeeHeld;
import dev.earshot.api.payout.PayoutCommand.AskPayee;
import dev.earshot.command.Live;
import dev.earshot.command.Refusals;
import dev.earshot.command.Snapshots;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EarningsTest {
    private static final PenaltyId PENALTY = new PenaltyId("pen_p");

    @Test
    void each_call_is_credited_and_counted_once() {
        after(credit("c", 85))
                .expectEvents(
                        new EarningsCredited(LEA, call("c"), usd(85), NOON),
                        new TalkCounted(LEA, call("c"), MONDAY, 600, usd(85), NOON));
        after(credit("c", 85), credit("c", 85)).expectNoEvents();
    }

    @Test
    void the_twentieth_hour_of_a_week_raises_all_that_the_week_earned() {
        after(credit("c", 1_005, 20 * HOUR - 1, NOON), credit("d", 10, 1, NOON))
                .expectEvents(
                        new EarningsCredited(LEA, call("d"), usd(10), NOON),
                        new TalkCounted(LEA, call("d"), MONDAY, 1, usd(10), NOON),
                        // 1015 × 0.1, rounded down once for the week.
                        new BonusCredited(LEA, call("d"), MONDAY, usd(101), NOON));
    }

    @Test
    void a_higher_tier_adds_what_the_lower_one_has_not_given_yet() {
        Live<Earnings> lea = EarningsStory.live();
        lea.send(credit("c", 1_000, 20 * HOUR, NOON));
        assertThat(lea.send(credit("d", 1_000, 15 * HOUR, NOON)))
                .last()
                .isEqualTo(new BonusCredited(LEA, call("d"), MONDAY, usd(400), NOON));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T23:59:59.999Z, 2026-02-23T00:00:00Z",
        "2026-03-02T00:00:00Z,     2026-03-02T00:00:00Z",
        "2027-01-01T12:00:00Z,     2026-12-28T00:00:00Z"
    })
    void a_call_counts_for_the_week_in_which_it_ended_in_utc(Instant endedAt, Instant week) {
        assertThat(EarningsStory.live().send(credit("c", 85, 60, endedAt)))
                .last()
                .isEqualTo(new TalkCounted(LEA, call("c"), week, 60, usd(85), NOON));
    }

    @Test
    void what_was_credited_ripens_once_when_the_holding_period_is_over() {
        Instant ripe = NOON.plus(WEEK);
        after(credit("c", 85), mature(ripe.minusMillis(1))).expectNoEvents();
        after(credit("c", 85), mature(ripe)).expectEvents(new EarningsMatured(LEA, usd(85), NOON, ripe));
        after(credit("c", 85), mature(ripe), mature(ripe)).expectNoEvents();
    }

    @Test
    void a_penalty_is_taken_once_and_given_back_once() {
        after(credit("c", 85), penalty("p", 50))
                .expectEvents(new PenaltyImposed(LEA, PENALTY, usd(50), PenaltyReason.MISCONDUCT, SUE, NOON));
        after(credit("c", 85), penalty("p", 50), penalty("p", 50)).expectNoEvents();
        after(credit("c", 85), penalty("p", 50), reversal("p"))
                .expectEvents(new PenaltyReversed(LEA, PENALTY, usd(50), SUE, NOON));
        after(credit("c", 85), penalty("p", 50), reversal("p"), reversal("p")).expectNoEvents();
        after(credit("c", 85), penalty("p", 50), reversal("p"), penalty("p", 50))
                .expectNoEvents();
    }

    @Test
    void no_penalty_that_makes_no_sense() {
        Refusals.expect(EarningsRefusal.PENALTY_UNKNOWN, after(credit("c", 85), reversal("p")));
        var euros = new ImposePenalty(LEA, PENALTY, Money.of(50, "EUR"), PenaltyReason.OTHER, SUE, NOON);
        Refusals.expect(EarningsRefusal.EARNINGS_CURRENCY_MISMATCH, after(credit("c", 85), euros));
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 5_001, Long.MAX_VALUE})
    void no_penalty_out_of_range(long minor) {
        Refusals.expect(EarningsRefusal.PENALTY_AMOUNT_OUT_OF_RANGE, after(credit("c", 85), penalty("p", minor)));
    }

    @Test
    void a_clawback_may_take_more_than_is_there_and_later_calls_work_it_off() {
        after(credit("c", 85), clawback("x", 85))
                .expectEvents(new EarningsClawedBack(LEA, new ClawbackId("clw_x"), call("c"), usd(85), NOON));
        Live<Earnings> lea = EarningsStory.live();
        List.of(credit("c", 85), mature(NOON.plus(WEEK)), clawback("x", 200), clawback("x", 200))
                .forEach(lea::send);
        assertThat(coins(lea).available()).isEqualTo(-115);
        lea.send(credit("d", 150));
        lea.send(mature(NOON.plus(WEEK)));
        assertThat(coins(lea).available()).isEqualTo(35);
    }

    @Test
    void what_was_clawed_back_comes_back_once_when_the_dispute_is_won_late() {
        var back = new ReturnClawback(LEA, new ClawbackId("clw_y"), call("c"), usd(85), NOON);
        after(credit("c", 85), clawback("x", 85), back)
                .expectEvents(new ClawbackReturned(LEA, new ClawbackId("clw_y"), call("c"), usd(85), NOON));
        Live<Earnings> lea = EarningsStory.live();
        List.of(credit("c", 85), mature(NOON.plus(WEEK)), clawback("x", 85), back, back)
                .forEach(lea::send);
        assertThat(coins(lea)).isEqualTo(new Coins(85, 0, 0, 0, 0, 85, 0, 0));
    }

    /** The provider has reversed the transfer: nothing of what is available may be taken for it a second time. */
    @Test
    void what_the_provider_fetches_from_the_listeners_account_is_off_what_was_paid_out() {
        var fetched = new TakeBackDirectly(LEA, new ClawbackId("clw_x"), call("c"), usd(40), NOON);
        after(credit("c", 85), settle("c", "pay_1", 85), fetched)
                .expectEvents(new EarningsTakenBackDirectly(LEA, new ClawbackId("clw_x"), call("c"), usd(40), NOON));
        Live<Earnings> lea = EarningsStory.live();
        List.of(credit("c", 85), settle("c", "pay_1", 85), fetched, fetched).forEach(lea::send);
        assertThat(coins(lea)).isEqualTo(new Coins(85, 0, 0, 40, 0, 0, 0, 45));
    }

    @Test
    void what_a_payment_brought_directly_is_paid_and_held_no_longer_whichever_is_told_first() {
        var settled = new EarningsSettledDirectly(LEA, call("c"), "pay_1", usd(60), NOON);
        var released = new EarningsReleased(LEA, call("c"), usd(60), NOON, NOON);
        after(credit("c", 85), settle("c", "pay_1", 60)).expectEvents(settled, released);
        after(settle("c", "pay_1", 60)).expectEvents(settled);
        after(settle("c", "pay_1", 60), credit("c", 85))
                .expectEvents(
                        new EarningsCredited(LEA, call("c"), usd(85), NOON),
                        new TalkCounted(LEA, call("c"), MONDAY, 600, usd(85), NOON),
                        released);
        after(credit("c", 85), settle("c", "pay_1", 60), settle("c", "pay_1", 60))
                .expectNoEvents();
    }

    @Test
    void several_payments_for_a_call_release_no_more_than_it_was_credited() {
        after(credit("c", 85), settle("c", "pay_1", 60), settle("c", "pay_2", 30))
                .expectEvents(
                        new EarningsSettledDirectly(LEA, call("c"), "pay_2", usd(30), NOON),
                        new EarningsReleased(LEA, call("c"), usd(25), NOON, NOON));
        Live<Earnings> lea = EarningsStory.live();
        List.of(credit("c", 85), credit("d", 10), settle("c", "pay_1", 60), settle("c", "pay_2", 30))
                .forEach(lea::send);
        assertThat(coins(lea)).isEqualTo(new Coins(95, 0, 0, 0, 10, -5, 0, 90));
    }

    @Test
    void what_has_ripened_is_settled_out_of_what_is_available() {
        Live<Earnings> lea = EarningsStory.live();
        List.of(credit("c", 85), mature(NOON.plus(WEEK)), settle("c", "pay_1", 60), credit("c", 85))
                .forEach(lea::send);
        assertThat(coins(lea)).isEqualTo(new Coins(85, 0, 0, 0, 0, 25, 0, 60));
    }

    @Test
    void a_listener_who_never_earned_is_asked_in_vain_but_not_wrongly() {
        after(new AskPayee(LEA))
                .expectNoEvents()
                .expectResultMessagePayload(new PayeeHeld("", "", false, false, false));
        after(EarningsStory.open(), EarningsStory.verify(), new AskPayee(LEA))
                .expectResultMessagePayload(new PayeeHeld("acct", "test_ok", true, false, false));
    }

    @Test
    void a_snapshot_keeps_everything() {
        Live<Earnings> lea = EarningsStory.live();
        List.of(
                        credit("c", 5_000, 20 * HOUR, NOON),
                        mature(NOON.plus(WEEK)),
                        credit("d", 100),
                        penalty("p", 5),
                        penalty("q", 5),
                        reversal("p"),
                        clawback("x", 1),
                        settle("e", "pay_1", 10),
                        credit("f", 30),
                        settle("f", "pay_2", 20),
                        EarningsStory.open(),
                        EarningsStory.verify(),
                        EarningsStory.request("a", 1_000),
                        EarningsStory.confirm("a"),
                        EarningsStory.request("b", 1_000),
                        EarningsStory.lose("b"))
                .forEach(lea::send);
        assertThat(coins(lea)).isEqualTo(new Coins(5_130, 513, 5, 1, 123, 3_484, 1_000, 1_030));
        Snapshots.expectToKeep(lea.root());
    }

    private static Coins coins(Live<Earnings> earnings) {
        return earnings.root().coins(usd(0).currency());
    }
}
