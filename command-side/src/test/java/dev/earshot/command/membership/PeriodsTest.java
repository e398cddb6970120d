package dev.earshot.command.membership;

import static dev.earshot.api.membership.ChangeEffect.NOW;
import static dev.earshot.api.membership.ChangeEffect.PERIOD_END;
import static dev.earshot.command.membership.MembershipStory.*;

import dev.earshot.api.membership.DuesPurpose;
import dev.earshot.api.membership.MembershipCommand.AdvanceMembership;
import dev.earshot.api.membership.MembershipCommand.ChooseMethod;
import dev.earshot.api.membership.MembershipCommand.ReceiveDues;
import dev.earshot.api.membership.MembershipEnd;
import dev.earshot.api.membership.MembershipEvent.DuesAsked;
import dev.earshot.api.membership.MembershipEvent.DuesMissed;
import dev.earshot.api.membership.MembershipEvent.DuesUnused;
import dev.earshot.api.membership.MembershipEvent.MembershipCancelled;
import dev.earshot.api.membership.MembershipEvent.MembershipEnded;
import dev.earshot.api.membership.MembershipEvent.MembershipResumed;
import dev.earshot.api.membership.MembershipEvent.MethodChosen;
import dev.earshot.api.membership.MembershipEvent.PeriodBegan;
import dev.earshot.api.membership.MembershipEvent.RenewalFailed;
import dev.earshot.api.membership.MembershipEvent.SubscriptionRecorded;
import dev.earshot.api.membership.MembershipEvent.TierChosen;
import dev.earshot.api.membership.MembershipEvent.TrialStarted;
import dev.earshot.api.membership.MembershipHeld;
import dev.earshot.api.membership.MembershipRefusal;
import dev.earshot.api.membership.Subscription;
import dev.earshot.api.pricing.Cycle;
import dev.earshot.api.pricing.Tier;
import dev.earshot.api.topup.TopUpDecline;
import dev.earshot.command.Live;
import dev.earshot.command.Refusals;
import dev.earshot.command.Snapshots;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PeriodsTest {
    private static final MembershipEnded UNPAID = new MembershipEnded(ID, MembershipEnd.UNPAID, day(33));

    @Test
    void without_a_trial_it_begins_when_its_first_period_is_paid() {
        given().when(start(SMALL))
                .expectEvents(new DuesAsked(
                        ID, dues(1), DuesPurpose.START, SMALL, usd(3_000), 0, "card", day(0), Instant.MAX, day(0)));
        given(start(SMALL)).when(paid(1, 3_000, 1)).expectEvents(began(1, SMALL, 1, 31, 1));
        given(start(SMALL)).when(start(SMALL)).expectNoEvents();
        given(start(SMALL), paid(1, 3_000, 0)).when(start(SMALL)).expectNoEvents();
        given(start(SMALL), paid(1, 3_000, 0)).when(paid(1, 3_000, 0)).expectNoEvents();
        Refusals.expect(
                MembershipRefusal.MEMBERSHIP_STANDS,
                given(start(SMALL), paid(1, 3_000, 0)).when(start(LARGE)));
    }

    @Test
    void a_start_that_is_declined_leaves_nothing_and_a_payment_after_it_is_believed() {
        given(start(SMALL))
                .when(missed(1, 0))
                .expectEvents(new DuesMissed(ID, dues(1), DuesPurpose.START, TopUpDecline.CARD_DECLINED, day(0)));
        given(start(SMALL), missed(1, 0)).when(missed(1, 0)).expectNoEvents();
        given(start(SMALL), missed(1, 0)).when(paid(1, 3_000, 1)).expectEvents(began(1, SMALL, 1, 31, 1));
    }

    @Test
    void of_two_starts_that_are_both_paid_one_is_the_members_money() {
        given(start(SMALL), start(LARGE), paid(2, 9_000, 0))
                .when(paid(1, 3_000, 1))
                .expectEvents(new DuesUnused(ID, dues(1), usd(3_000), day(1)));
        given(start(SMALL), start(LARGE), paid(2, 9_000, 0), paid(1, 3_000, 1))
                .when(paid(1, 3_000, 2))
                .expectNoEvents();
    }

    @Test
    void a_trial_is_given_once_and_then_paid_for() {
        given().when(start(TRIED)).expectEvents(new TrialStarted(ID, TRIED, "card", day(7), day(10), day(0)));
        given(start(TRIED)).when(advance(6)).expectNoEvents();
        given(start(TRIED)).when(advance(7)).expectEvents(asked(1, DuesPurpose.RENEWAL, TRIED, 3_000, 7, 10, 7));
        given(start(TRIED), advance(7)).when(paid(1, 3_000, 8)).expectEvents(began(1, TRIED, 7, 37, 8));
        Tier sister = tier("sister", 5_000, 900, 7);
        given(start(TRIED), cancel(1), advance(7))
                .when(startAt(sister, day(9)))
                .expectEvents(new DuesAsked(
                        ID, dues(1), DuesPurpose.START, sister, usd(5_000), 0, "card", day(9), Instant.MAX, day(9)));
    }

    @Test
    void a_renewal_is_asked_for_once_and_pays_the_period_that_follows() {
        given(start(SMALL), paid(1, 3_000, 0))
                .when(advance(30))
                .expectEvents(asked(2, DuesPurpose.RENEWAL, SMALL, 3_000, 30, 33, 30));
        given(start(SMALL), paid(1, 3_000, 0), advance(30)).when(advance(31)).expectNoEvents();
        given(start(SMALL), paid(1, 3_000, 0), advance(30))
                .when(paid(2, 3_000, 32))
                .expectEvents(began(2, SMALL, 30, 60, 32));
    }

    @Test
    void months_keep_their_day_over_february() {
        Tier monthly = new Tier("monthly", "family", usd(3_000), 900, false, 0, Cycle.of("P1M"));
        Instant january = Instant.parse("2027-01-31T10:00:00Z");
        Instant february = Instant.parse("2027-02-28T10:00:00Z");
        Instant march = Instant.parse("2027-03-31T10:00:00Z");
        var received = new ReceiveDues(ID, dues(1), usd(3_000), january);
        var advance = new AdvanceMembership(ID, february);
        given(startAt(monthly, january), received, advance)
                .when(new ReceiveDues(ID, dues(2), usd(3_000), february))
                .expectEvents(new PeriodBegan(
                        ID, dues(2), monthly, 0, february, march, march.plus(SETTINGS.grace()), february));
    }

    @Test
    void a_failed_renewal_is_tried_again_daily_in_grace_and_then_it_is_over() {
        var declined = new RenewalFailed(ID, dues(2), TopUpDecline.CARD_DECLINED, day(31), day(33), day(30));
        given(start(SMALL), paid(1, 3_000, 0), advance(30)).when(missed(2, 30)).expectEvents(declined);
        given(start(SMALL), paid(1, 3_000, 0), advance(30), missed(2, 30))
                .when(missed(2, 30))
                .expectNoEvents();
        given(start(SMALL), paid(1, 3_000, 0), advance(30), missed(2, 30))
                .when(advance(30))
                .expectNoEvents();
        given(start(SMALL), paid(1, 3_000, 0), advance(30), missed(2, 30))
                .when(advance(31))
                .expectEvents(asked(3, DuesPurpose.RENEWAL, SMALL, 3_000, 30, 33, 31));
        given(start(SMALL), paid(1, 3_000, 0), advance(30), missed(2, 30), advance(31))
                .when(paid(3, 3_000, 31))
                .expectEvents(began(3, SMALL, 30, 60, 31));
        given(start(SMALL), paid(1, 3_000, 0), advance(30), missed(2, 30), advance(31), missed(3, 31))
                .when(advance(33))
                .expectEvents(UNPAID);
    }

    /** Elsewhere a hook that came after the retry charged the same month twice. */
    @Test
    void of_two_attempts_that_are_both_paid_one_renews_and_one_is_the_members_money() {
        given(start(SMALL), paid(1, 3_000, 0), advance(30), missed(2, 30), advance(31), paid(2, 3_000, 31))
                .when(paid(3, 3_000, 32))
                .expectEvents(new DuesUnused(ID, dues(3), usd(3_000), day(32)));
    }

    @Test
    void an_answer_that_never_comes_does_not_keep_it_alive_and_one_that_comes_later_is_the_members_money() {
        given(start(SMALL), paid(1, 3_000, 0), advance(30)).when(advance(33)).expectEvents(UNPAID);
        given(start(SMALL), paid(1, 3_000, 0), advance(30), advance(33))
                .when(paid(2, 3_000, 40))
                .expectEvents(new DuesUnused(ID, dues(2), usd(3_000), day(40)));
        given(start(SMALL), paid(1, 3_000, 0), advance(30), advance(33))
                .when(missed(2, 40))
                .expectNoEvents();
        given(start(SMALL), paid(1, 3_000, 0), advance(30), advance(33))
                .when(advance(90))
                .expectNoEvents();
    }

    @Test
    void after_days_of_silence_one_period_is_asked_for_and_none_that_nobody_could_use() {
        given(start(SMALL), paid(1, 3_000, 0))
                .when(advance(95))
                .expectEvents(asked(2, DuesPurpose.RENEWAL, SMALL, 3_000, 95, 98, 95));
        given(start(SMALL), paid(1, 3_000, 0), advance(95))
                .when(paid(2, 3_000, 96))
                .expectEvents(began(2, SMALL, 95, 125, 96));
    }

    @Test
    void a_period_that_is_over_before_it_is_paid_begins_when_it_is_paid() {
        Tier daily = new Tier("daily", "family", usd(100), 900, false, 0, Cycle.of("P1D"));
        given(start(daily), paid(1, 100, 0), advance(1)).when(paid(2, 100, 3)).expectEvents(began(2, daily, 3, 4, 3));
    }

    @Test
    void a_better_method_pays_at_once_in_grace() {
        given(start(SMALL), paid(1, 3_000, 0), advance(30), missed(2, 30))
                .when(new ChooseMethod(ID, "other", day(31)))
                .expectEvents(
                        new MethodChosen(ID, "other", day(31)),
                        new DuesAsked(
                                ID,
                                dues(3),
                                DuesPurpose.RENEWAL,
                                SMALL,
                                usd(3_000),
                                0,
                                "other",
                                day(30),
                                day(33),
                                day(31)));
        given(start(SMALL), paid(1, 3_000, 0))
                .when(new ChooseMethod(ID, "card", day(1)))
                .expectNoEvents();
    }

    @Test
    void cancelled_it_ends_with_the_period_and_can_be_resumed_until_then() {
        given(start(SMALL), paid(1, 3_000, 0))
                .when(cancel(5))
                .expectEvents(new MembershipCancelled(ID, day(30), day(5)));
        given(start(SMALL), paid(1, 3_000, 0), cancel(5)).when(cancel(6)).expectNoEvents();
        given(start(SMALL), paid(1, 3_000, 0), cancel(5))
                .when(resume(6))
                .expectEvents(new MembershipResumed(ID, day(33), day(6)));
        given(start(SMALL), paid(1, 3_000, 0)).when(resume(6)).expectNoEvents();
        given(start(SMALL), paid(1, 3_000, 0), cancel(5))
                .when(advance(30))
                .expectEvents(new MembershipEnded(ID, MembershipEnd.CANCELLED, day(30)));
        Refusals.expect(
                MembershipRefusal.MEMBERSHIP_OVER,
                given(start(SMALL), paid(1, 3_000, 0), cancel(5)).when(resume(30)));
        Refusals.expect(
                MembershipRefusal.MEMBERSHIP_UNKNOWN,
                given(start(SMALL), paid(1, 3_000, 0), cancel(5), advance(30)).when(cancel(31)));
    }

    @Test
    void cancelled_while_a_payment_is_awaited_it_ends_at_once_and_the_payment_is_the_members_money() {
        given(start(SMALL)).when(cancel(0)).expectEvents(new MembershipEnded(ID, MembershipEnd.CANCELLED, day(0)));
        given(start(SMALL), cancel(0))
                .when(paid(1, 3_000, 1))
                .expectEvents(new DuesUnused(ID, dues(1), usd(3_000), day(1)));
        given(start(SMALL), paid(1, 3_000, 0), advance(30), missed(2, 30))
                .when(cancel(31))
                .expectEvents(new MembershipEnded(ID, MembershipEnd.CANCELLED, day(31)));
    }

    @Test
    void another_tier_now_costs_its_price_less_the_unused_share_from_the_moment_it_was_asked_for() {
        given(start(SMALL), paid(1, 3_000, 0))
                .when(change(LARGE, NOW, 10))
                .expectEvents(asked(2, DuesPurpose.CHANGE, LARGE, 7_000, 10, 30, 10));
        given(start(SMALL), paid(1, 3_000, 0), change(LARGE, NOW, 10))
                .when(change(LARGE, NOW, 11))
                .expectNoEvents();
        given(start(SMALL), paid(1, 3_000, 0), change(LARGE, NOW, 10))
                .when(paid(2, 7_000, 12))
                .expectEvents(began(2, LARGE, 10, 40, 12));
        given(start(SMALL), paid(1, 3_000, 0), change(LARGE, NOW, 10))
                .when(missed(2, 10))
                .expectEvents(new DuesMissed(ID, dues(2), DuesPurpose.CHANGE, TopUpDecline.CARD_DECLINED, day(10)));
    }

    @Test
    void a_cheaper_tier_now_is_paid_by_what_is_left_and_so_are_the_next_periods() {
        given(start(LARGE), paid(1, 9_000, 0))
                .when(change(SMALL, NOW, 10))
                .expectEvents(
                        new DuesAsked(
                                ID,
                                dues(2),
                                DuesPurpose.CHANGE,
                                SMALL,
                                usd(0),
                                3_000,
                                "card",
                                day(10),
                                day(30),
                                day(10)),
                        new PeriodBegan(ID, dues(2), SMALL, 3_000, day(10), day(40), day(43), day(10)));
        given(start(LARGE), paid(1, 9_000, 0), change(SMALL, NOW, 10), advance(40))
                .when(advance(70))
                .expectEvents(asked(4, DuesPurpose.RENEWAL, SMALL, 3_000, 70, 73, 70));
    }

    @Test
    void a_change_that_is_paid_after_the_renewal_is_the_members_money() {
        given(start(SMALL), paid(1, 3_000, 0), change(LARGE, NOW, 29), advance(30), paid(3, 3_000, 30))
                .when(paid(2, 8_900, 31))
                .expectEvents(new DuesUnused(ID, dues(2), usd(8_900), day(31)));
        given(start(SMALL), paid(1, 3_000, 0), change(LARGE, NOW, 10), cancel(11))
                .when(paid(2, 7_000, 12))
                .expectEvents(new DuesUnused(ID, dues(2), usd(7_000), day(12)));
    }

    @Test
    void another_tier_from_the_next_period_on_is_the_one_that_is_renewed() {
        given(start(SMALL), paid(1, 3_000, 0))
                .when(change(LARGE, PERIOD_END, 10))
                .expectEvents(new TierChosen(ID, LARGE, day(10)));
        given(start(SMALL), paid(1, 3_000, 0), change(LARGE, PERIOD_END, 10))
                .when(change(LARGE, PERIOD_END, 11))
                .expectNoEvents();
        given(start(SMALL), paid(1, 3_000, 0), change(LARGE, PERIOD_END, 10))
                .when(advance(30))
                .expectEvents(asked(2, DuesPurpose.RENEWAL, LARGE, 9_000, 30, 33, 30));
        given(start(SMALL), paid(1, 3_000, 0), change(LARGE, PERIOD_END, 10))
                .when(change(SMALL, NOW, 11))
                .expectEvents(new TierChosen(ID, SMALL, day(11)));
        Refusals.expect(
                MembershipRefusal.MEMBERSHIP_UNKNOWN, given(start(SMALL)).when(change(LARGE, NOW, 1)));
    }

    @Test
    void it_is_live_through_its_grace_and_no_longer() {
        given(start(SMALL), paid(1, 3_000, 0))
                .when(ask(32))
                .expectResultMessagePayload(new MembershipHeld(true, false));
        given(start(SMALL), paid(1, 3_000, 0))
                .when(ask(33))
                .expectResultMessagePayload(new MembershipHeld(false, false));
        given(start(SMALL), paid(1, 3_000, 0), cancel(1))
                .when(ask(30))
                .expectResultMessagePayload(new MembershipHeld(false, false));
        given().when(ask(1)).expectNoEvents().expectResultMessagePayload(new MembershipHeld(false, false));
    }

    @Test
    void what_a_store_renews_is_recorded_and_never_charged_here() {
        Subscription first = Subscription.paid("adapty:1", LARGE, day(30), day(0));
        Subscription renewed = Subscription.paid("adapty:1", LARGE, day(60), day(30));
        given().when(told(first, 0)).expectEvents(new SubscriptionRecorded(ID, first, day(0)));
        given(told(first, 0)).when(told(first, 1)).expectNoEvents();
        given(told(first, 0), told(renewed, 30))
                .when(told(Subscription.ended("adapty:1", LARGE, day(29)), 31))
                .expectEvents(new SubscriptionRecorded(
                        ID, renewed.merge(Subscription.ended("adapty:1", LARGE, day(29))), day(31)));
        given(told(first, 0), told(renewed, 30)).when(advance(60)).expectNoEvents();
        given(told(renewed, 30)).when(ask(59)).expectResultMessagePayload(new MembershipHeld(true, false));
        Refusals.expect(
                MembershipRefusal.MEMBERSHIP_OF_STORE, given(told(first, 0)).when(start(SMALL)));
        Refusals.expect(
                MembershipRefusal.MEMBERSHIP_OF_STORE, given(told(first, 0)).when(cancel(1)));
    }

    @Test
    void nobody_pays_for_two() {
        Subscription sold = Subscription.paid("adapty:1", LARGE, day(31), day(1));
        given(start(SMALL), paid(1, 3_000, 0))
                .when(told(sold, 1))
                .expectEvents(new SubscriptionRecorded(ID, sold, day(1)), new MembershipCancelled(ID, day(30), day(1)));
    }

    @Test
    void a_snapshot_keeps_everything() {
        Live<Membership> membership = new Live<>(Membership.class, new Membership(), SETTINGS);
        Stream.of(
                        start(TRIED),
                        advance(7),
                        missed(1, 7),
                        advance(8),
                        paid(2, 3_000, 8),
                        change(LARGE, PERIOD_END, 9),
                        told(Subscription.ended("adapty:1", LARGE, day(1)), 9),
                        change(LARGE, NOW, 10))
                .forEach(membership::send);
        Snapshots.expectToKeep(membership.root());
    }
}
