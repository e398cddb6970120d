package dev.earshot.command.earnings;

import static dev.earshot.command.earnings.EarningsStory.LEA;
import static dev.earshot.command.earnings.EarningsStory.NOON;
import static dev.earshot.command.earnings.EarningsStory.SUE;
import static dev.earshot.command.earnings.EarningsStory.WEEK;
import static dev.earshot.command.earnings.EarningsStory.clawback;
import static dev.earshot.command.earnings.EarningsStory.confirm;
import static dev.earshot.command.earnings.EarningsStory.credit;
import static dev.earshot.command.earnings.EarningsStory.fail;
import static dev.earshot.command.earnings.EarningsStory.lose;
import static dev.earshot.command.earnings.EarningsStory.mature;
import static dev.earshot.command.earnings.EarningsStory.open;
import static dev.earshot.command.earnings.EarningsStory.payout;
import static dev.earshot.command.earnings.EarningsStory.request;
import static dev.earshot.command.earnings.EarningsStory.requestAll;
import static dev.earshot.command.earnings.EarningsStory.usd;
import static dev.earshot.command.earnings.EarningsStory.verify;

import dev.earshot.api.payout.PayoutCommand.FreezePayouts;
import dev.earshot.api.payout.PayoutCommand.SuspendPayee;
import dev.earshot.api.payout.PayoutCommand.UnfreezePayouts;
import dev.earshot.api.payout.PayoutEvent.PayeeOpened;
import dev.earshot.api.payout.PayoutEvent.PayeeVerified;
import dev.earshot.api.payout.PayoutEvent.PayoutFailed;
import dev.earshot.api.payout.PayoutEvent.PayoutLost;
import dev.earshot.api.payout.PayoutEvent.PayoutPaid;
import dev.earshot.api.payout.PayoutEvent.PayoutRequested;
import dev.earshot.api.payout.PayoutEvent.PayoutReturned;
import dev.earshot.api.payout.PayoutFailure;
import dev.earshot.api.payout.PayoutRefusal;
import dev.earshot.command.Refusals;
import java.time.Instant;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

class PayoutTest {
    private static final Instant LATER = NOON.plus(WEEK);
    private static final PayoutFailed FAILED =
            new PayoutFailed(LEA, payout("a"), usd(5_000), PayoutFailure.DECLINED, NOON);
    private static final PayoutReturned RETURNED =
            new PayoutReturned(LEA, payout("a"), usd(5_000), PayoutFailure.DECLINED, NOON);

    @Test
    void an_account_is_opened_and_verified_once() {
        EarningsStory.after(open()).expectEvents(new PayeeOpened(LEA, "acct", "test_ok", NOON));
        EarningsStory.after(open(), open()).expectNoEvents();
        EarningsStory.after(open(), verify()).expectEvents(new PayeeVerified(LEA, "acct", NOON));
        EarningsStory.after(open(), verify(), verify()).expectNoEvents();
    }

    @Test
    void what_is_available_is_sent_once() {
        rich(request("a", 5_000)).expectEvents(new PayoutRequested(LEA, payout("a"), usd(5_000), "acct", LATER));
        rich(request("a", 5_000), request("a", 5_000)).expectNoEvents();
        rich(request("a", 5_000), confirm("a"), request("a", 5_000)).expectNoEvents();
    }

    @Test
    void nothing_is_sent_without_an_account_that_is_verified_and_not_frozen() {
        Refusals.expect(
                PayoutRefusal.PAYOUT_ACCOUNT_REQUIRED, EarningsStory.after(credit("c", 1), request("a", 5_000)));
        Refusals.expect(PayoutRefusal.PAYOUT_ACCOUNT_UNVERIFIED, EarningsStory.after(open(), request("a", 5_000)));
        Refusals.expect(
                PayoutRefusal.PAYOUT_ACCOUNT_UNVERIFIED,
                rich(new SuspendPayee(LEA, "acct", NOON), request("a", 5_000)));
        var freeze = new FreezePayouts(LEA, SUE, NOON);
        Refusals.expect(PayoutRefusal.PAYOUTS_FROZEN, rich(freeze, request("a", 5_000)));
        rich(freeze, new UnfreezePayouts(LEA, SUE, NOON), request("a", 5_000))
                .expectEvents(new PayoutRequested(LEA, payout("a"), usd(5_000), "acct", LATER));
    }

    @Test
    void nothing_is_sent_that_is_not_there_or_not_allowed() {
        Refusals.expect(PayoutRefusal.PAYOUT_BELOW_MINIMUM, rich(request("a", 999)));
        Refusals.expect(PayoutRefusal.PAYOUT_BELOW_MINIMUM, rich(request("a", Long.MIN_VALUE)));
        Refusals.expect(PayoutRefusal.PAYOUT_ABOVE_AVAILABLE, rich(request("a", 50_001)));
        Refusals.expect(PayoutRefusal.PAYOUT_ABOVE_AVAILABLE, rich(clawback("x", 49_000), request("a", 1_001)));
        Refusals.expect(PayoutRefusal.PAYOUT_DAILY_LIMIT, rich(request("a", 10_001)));
        Refusals.expect(PayoutRefusal.PAYOUT_DAILY_LIMIT, rich(request("a", 9_000), confirm("a"), request("b", 1_001)));
    }

    @Test
    void a_new_day_has_a_new_limit_and_what_failed_does_not_count() {
        rich(request("a", 9_000), confirm("a"), request("b", 9_000, LATER.plusSeconds(12 * 3_600)))
                .expectSuccessfulHandlerExecution();
        rich(request("a", 9_000), fail("a"), request("b", 9_000)).expectSuccessfulHandlerExecution();
        rich(request("a", 9_000), confirm("a"), fail("a"), request("b", 9_000)).expectSuccessfulHandlerExecution();
    }

    @Test
    void one_is_in_flight_until_it_is_known_how_it_ended() {
        Refusals.expect(PayoutRefusal.PAYOUT_IN_FLIGHT, rich(request("a", 1_000), request("b", 1_000)));
        rich(request("a", 1_000), lose("a")).expectEvents(new PayoutLost(LEA, payout("a"), NOON));
        rich(request("a", 1_000), lose("a"), lose("a")).expectNoEvents();
        Refusals.expect(PayoutRefusal.PAYOUT_IN_FLIGHT, rich(request("a", 1_000), lose("a"), request("b", 1_000)));
        rich(request("a", 1_000), lose("a"), confirm("a"))
                .expectEvents(new PayoutPaid(LEA, payout("a"), usd(1_000), "po_1", NOON));
    }

    @Test
    void it_arrives_or_fails_once_and_may_come_back_after_it_arrived() {
        rich(request("a", 5_000), confirm("a"), confirm("a")).expectNoEvents();
        rich(request("a", 5_000), confirm("a"), lose("a")).expectNoEvents();
        rich(request("a", 5_000), fail("a")).expectEvents(FAILED);
        rich(request("a", 5_000), fail("a"), fail("a")).expectNoEvents();
        rich(request("a", 5_000), confirm("a"), fail("a")).expectEvents(RETURNED);
        rich(request("a", 5_000), confirm("a"), fail("a"), fail("a")).expectNoEvents();
        rich(request("a", 5_000), confirm("a"), fail("a"), confirm("a")).expectNoEvents();
    }

    /** Told out of order: a failure is the last that a provider tells, so the arrival told after it is older news. */
    @Test
    void an_arrival_told_after_the_failure_changes_nothing() {
        rich(request("a", 5_000), fail("a"), confirm("a")).expectNoEvents();
    }

    @Test
    void what_was_never_sent_neither_arrives_nor_fails() {
        Refusals.expect(PayoutRefusal.PAYOUT_UNKNOWN, rich(confirm("a")));
        Refusals.expect(PayoutRefusal.PAYOUT_UNKNOWN, rich(fail("a")));
    }

    @Test
    void a_scheduled_payout_sends_all_that_the_day_allows() {
        rich(requestAll("a")).expectEvents(new PayoutRequested(LEA, payout("a"), usd(10_000), "acct", LATER));
        rich(clawback("x", 48_000), requestAll("a"))
                .expectEvents(new PayoutRequested(LEA, payout("a"), usd(2_000), "acct", LATER));
        Refusals.expect(PayoutRefusal.PAYOUT_BELOW_MINIMUM, rich(clawback("x", 49_001), requestAll("a")));
    }

    /** Lea has 500 dollars and a verified account. */
    private static ResultValidator<Earnings> rich(Object... commands) {
        return EarningsStory.after(
                Stream.concat(Stream.of(credit("c", 50_000), mature(LATER), open(), verify()), Stream.of(commands))
                        .toArray());
    }
}
