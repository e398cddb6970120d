package dev.earshot.command.membership;

import static dev.earshot.api.membership.ChangeEffect.NOW;
import static dev.earshot.command.membership.MembershipStory.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.membership.DuesPurpose;
import dev.earshot.api.membership.MembershipCommand;
import dev.earshot.api.membership.MembershipCommand.ChooseMethod;
import dev.earshot.api.membership.MembershipEnd;
import dev.earshot.api.membership.MembershipEvent;
import dev.earshot.api.membership.MembershipEvent.DuesAsked;
import dev.earshot.api.membership.MembershipEvent.DuesClaimed;
import dev.earshot.api.membership.MembershipEvent.DuesReversalRecorded;
import dev.earshot.api.membership.MembershipEvent.DuesUnused;
import dev.earshot.api.membership.MembershipEvent.MembershipEnded;
import dev.earshot.api.membership.MembershipEvent.MembershipReinstated;
import dev.earshot.api.membership.MembershipEvent.MembershipSuspended;
import dev.earshot.api.membership.MembershipEvent.MethodChosen;
import dev.earshot.api.membership.MembershipHeld;
import dev.earshot.api.membership.MembershipRefusal;
import dev.earshot.api.membership.Subscription;
import dev.earshot.command.Refusals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.Test;

/** What becomes of a membership whose dues went back: 3 000 for 30 days, so 100 a day. */
class DuesReversalTest {
    @Test
    void the_whole_price_of_the_running_period_given_back_suspends_it_and_a_refund_that_fails_reinstates_it() {
        follows(member().when(back(1, 3_000, 3_000, 0, 0, 1, 10)), new MembershipSuspended(ID, day(10)));
        follows(
                member(back(1, 3_000, 3_000, 0, 0, 1, 10)).when(back(1, 3_000, 0, 0, 0, 2, 12)),
                new MembershipReinstated(ID, SMALL, day(33), day(12)));
        follows(
                member(cancel(2), back(1, 3_000, 3_000, 0, 0, 1, 10)).when(back(1, 3_000, 0, 0, 0, 2, 12)),
                new MembershipReinstated(ID, SMALL, day(30), day(12)));
    }

    @Test
    void a_suspended_membership_allows_nothing() {
        member(back(1, 3_000, 0, 3_000, 0, 1, 10))
                .when(ask(11))
                .expectResultMessagePayload(new MembershipHeld(false, false));
        member(back(1, 3_000, 0, 3_000, 0, 1, 10), back(1, 3_000, 0, 0, 0, 2, 12))
                .when(ask(13))
                .expectResultMessagePayload(new MembershipHeld(true, false));
    }

    @Test
    void a_part_that_is_given_back_in_goodwill_changes_nothing() {
        follows(member().when(back(1, 3_000, 2_999, 0, 0, 1, 10)));
        follows(member().when(back(1, 3_000, 0, 1_000, 0, 1, 10)));
    }

    @Test
    void what_is_told_twice_or_late_changes_nothing() {
        member(back(1, 3_000, 3_000, 0, 0, 2, 10))
                .when(back(1, 3_000, 3_000, 0, 0, 2, 10))
                .expectNoEvents();
        member(back(1, 3_000, 3_000, 0, 0, 2, 10))
                .when(back(1, 3_000, 0, 0, 0, 1, 9))
                .expectNoEvents();
    }

    /** The talk was had; whoever takes the money back through the bank owes for it. */
    @Test
    void a_lost_dispute_claims_the_used_share_and_one_won_after_all_gives_it_back() {
        follows(
                member(back(1, 3_000, 0, 3_000, 0, 1, 10)).when(back(1, 3_000, 0, 0, 3_000, 2, 20)),
                new DuesClaimed(ID, dues(1), usd(3_000), usd(1_000), 1, day(20)));
        follows(
                member().when(back(1, 3_000, 0, 0, 3_000, 1, 10)),
                new MembershipSuspended(ID, day(10)),
                new DuesClaimed(ID, dues(1), usd(3_000), usd(1_000), 1, day(10)));
        follows(
                member(back(1, 3_000, 0, 3_000, 0, 1, 10), back(1, 3_000, 0, 0, 3_000, 2, 20))
                        .when(back(1, 3_000, 0, 0, 0, 3, 25)),
                new MembershipReinstated(ID, SMALL, day(33), day(25)),
                new DuesClaimed(ID, dues(1), usd(3_000), usd(0), 2, day(25)));
    }

    @Test
    void a_refund_claims_nothing_for_it_was_meant() {
        assertThat(events(member(back(1, 3_000, 3_000, 0, 0, 1, 10)).when(advance(30))))
                .noneMatch(DuesClaimed.class::isInstance);
    }

    @Test
    void what_it_was_suspended_for_before_is_not_claimed() {
        follows(
                member(
                                back(1, 3_000, 3_000, 0, 0, 1, 5),
                                back(1, 3_000, 0, 0, 0, 2, 15),
                                back(1, 3_000, 0, 3_000, 0, 3, 20))
                        .when(back(1, 3_000, 0, 0, 3_000, 9, 21)),
                new DuesClaimed(ID, dues(1), usd(3_000), usd(1_000), 1, day(21)));
    }

    @Test
    void a_part_that_a_dispute_takes_is_claimed_whole_for_the_period_goes_on() {
        follows(
                member(back(1, 3_000, 0, 500, 0, 1, 10)).when(back(1, 3_000, 0, 0, 500, 2, 11)),
                new DuesClaimed(ID, dues(1), usd(3_000), usd(500), 1, day(11)));
    }

    @Test
    void suspended_it_is_not_renewed_and_ends_with_its_period() {
        follows(
                member(back(1, 3_000, 3_000, 0, 0, 1, 10)).when(advance(30)),
                new MembershipEnded(ID, MembershipEnd.REVERSED, day(30)));
        member(back(1, 3_000, 3_000, 0, 0, 1, 10)).when(advance(29)).expectNoEvents();
        follows(member(back(1, 3_000, 3_000, 0, 0, 1, 10), advance(30)).when(back(1, 3_000, 0, 0, 0, 2, 31)));
    }

    /** Elsewhere a card was charged for the next month while its holder disputed this one. */
    @Test
    void while_its_dues_are_disputed_nothing_is_charged() {
        MembershipCommand disputed = back(1, 3_000, 0, 3_000, 0, 1, 31);
        follows(
                member(advance(30), missed(2, 30), disputed).when(new ChooseMethod(ID, "other", day(31))),
                new MethodChosen(ID, "other", day(31)));
        follows(
                member(advance(30), missed(2, 30), disputed).when(advance(32)),
                new MembershipEnded(ID, MembershipEnd.REVERSED, day(32)));
        refused(member(disputed, advance(30)).when(startAt(SMALL, day(40))));
        refused(member(disputed).when(start(SMALL)));
    }

    @Test
    void what_went_back_cannot_be_worked_into_the_price_of_another_tier_nor_resumed_but_it_can_be_cancelled() {
        MembershipCommand back = back(1, 3_000, 3_000, 0, 0, 1, 10);
        refused(member(back).when(change(LARGE, NOW, 11)));
        refused(member(cancel(5), back).when(resume(11)));
        follows(member(back).when(cancel(11)), new MembershipEnded(ID, MembershipEnd.CANCELLED, day(11)));
        follows(
                member(cancel(5), back, cancel(11)).when(startAt(SMALL, day(12))),
                new DuesAsked(
                        ID, dues(2), DuesPurpose.START, SMALL, usd(3_000), 0, "card", day(12), Instant.MAX, day(12)));
    }

    @Test
    void a_store_that_charges_ends_what_is_suspended() {
        Subscription sold = Subscription.paid("store_1", LARGE, day(40), day(11));
        assertThat(events(member(back(1, 3_000, 3_000, 0, 0, 1, 10)).when(told(sold, 11))))
                .contains(new MembershipEnded(ID, MembershipEnd.CANCELLED, day(11)));
    }

    @Test
    void of_an_earlier_period_nothing_is_taken_but_its_dispute_suspends_until_it_is_settled() {
        MembershipCommand[] renewed = {advance(30), paid(2, 3_000, 30)};
        follows(member(renewed).when(back(1, 3_000, 3_000, 0, 0, 1, 40)));
        follows(member(renewed).when(back(1, 3_000, 0, 3_000, 0, 1, 40)), new MembershipSuspended(ID, day(40)));
        MembershipCommand[] disputed = {advance(30), paid(2, 3_000, 30), back(1, 3_000, 0, 3_000, 0, 1, 40)};
        follows(
                member(disputed).when(back(1, 3_000, 0, 0, 3_000, 2, 45)),
                new MembershipReinstated(ID, SMALL, day(63), day(45)),
                new DuesClaimed(ID, dues(1), usd(3_000), usd(3_000), 1, day(45)));
        follows(
                member(disputed).when(back(1, 3_000, 0, 0, 0, 2, 45)),
                new MembershipReinstated(ID, SMALL, day(63), day(45)));
    }

    @Test
    void a_period_that_was_left_for_a_better_tier_was_used_whole() {
        follows(
                member(change(LARGE, NOW, 15), paid(2, 7_500, 15), back(1, 3_000, 0, 3_000, 0, 1, 20))
                        .when(back(1, 3_000, 0, 0, 3_000, 9, 21)),
                new MembershipReinstated(ID, LARGE, day(48), day(21)),
                new DuesClaimed(ID, dues(1), usd(3_000), usd(3_000), 1, day(21)));
    }

    @Test
    void dues_that_became_money_are_claimed_like_money_and_suspend_nothing() {
        MembershipCommand[] twice = {start(LARGE), paid(2, 9_000, 0), paid(1, 3_000, 0)};
        follows(
                given(with(start(SMALL), twice)).when(back(1, 3_000, 500, 0, 0, 1, 10)),
                new DuesClaimed(ID, dues(1), usd(3_000), usd(500), 1, day(10)));
        follows(
                given(with(start(SMALL), twice)).when(back(1, 3_000, 0, 3_000, 0, 1, 10)),
                new DuesClaimed(ID, dues(1), usd(3_000), usd(3_000), 1, day(10)));
    }

    @Test
    void dues_that_went_back_before_they_were_heard_of_come_to_the_same() {
        follows(
                given(start(SMALL), back(1, 3_000, 0, 0, 3_000, 1, 0)).when(paid(1, 3_000, 0)),
                began(1, SMALL, 0, 30, 0),
                new MembershipSuspended(ID, day(0)));
        follows(
                given(start(SMALL), start(LARGE), paid(2, 9_000, 0), back(1, 3_000, 3_000, 0, 0, 1, 1))
                        .when(paid(1, 3_000, 2)),
                new DuesUnused(ID, dues(1), usd(3_000), day(2)),
                new DuesClaimed(ID, dues(1), usd(3_000), usd(3_000), 1, day(2)));
    }

    /** What it leads to, but for the record of what was told. */
    private static void follows(ResultValidator<Membership> result, MembershipEvent... expected) {
        assertThat(events(result).stream().filter(event -> !(event instanceof DuesReversalRecorded)))
                .containsExactly(expected);
    }

    private static List<MembershipEvent> events(ResultValidator<Membership> result) {
        List<MembershipEvent> events = new ArrayList<>();
        result.expectSuccessfulHandlerExecution()
                .expectEventsMatching(Matchers.payloadsMatching(Matchers.<List<?>>predicate(told -> {
                    told.forEach(event -> events.add((MembershipEvent) event));
                    return true;
                })));
        return events;
    }

    private static void refused(ResultValidator<Membership> result) {
        Refusals.expect(MembershipRefusal.MEMBERSHIP_SUSPENDED, result);
    }

    private static Past member(MembershipCommand... then) {
        List<MembershipCommand> past = new ArrayList<>(List.of(start(SMALL), paid(1, 3_000, 0)));
        past.addAll(Arrays.asList(then));
        return given(past.toArray(MembershipCommand[]::new));
    }

    private static MembershipCommand[] with(MembershipCommand first, MembershipCommand... then) {
        List<MembershipCommand> all = new ArrayList<>(List.of(first));
        all.addAll(Arrays.asList(then));
        return all.toArray(MembershipCommand[]::new);
    }
}
