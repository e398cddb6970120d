package dev.earshot.command.membership;

import static dev.earshot.command.membership.MembershipStory.ID;
import static dev.earshot.command.membership.MembershipStory.LARGE;
import static dev.earshot.command.membership.MembershipStory.SMALL;
import static dev.earshot.command.membership.MembershipStory.asked;
import static dev.earshot.command.membership.MembershipStory.began;
import static dev.earshot.command.membership.MembershipStory.day;
import static dev.earshot.command.membership.MembershipStory.dues;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.membership.DuesPurpose;
import dev.earshot.api.membership.MembershipEvent;
import dev.earshot.api.membership.MembershipEvent.DuesMissed;
import dev.earshot.api.membership.MembershipEvent.MembershipCancelled;
import dev.earshot.api.membership.MembershipEvent.RenewalFailed;
import dev.earshot.api.topup.TopUpDecline;
import org.junit.jupiter.api.Test;

class AsksTest {
    private static final MembershipEvent RENEWAL = asked(1, DuesPurpose.RENEWAL, SMALL, 3_000, 30, 33, 30);
    private static final MembershipEvent CHANGE = asked(2, DuesPurpose.CHANGE, LARGE, 9_000, 20, 30, 20);

    @Test
    void what_is_declined_waits_for_no_answer_and_can_still_pay() {
        MembershipEvent declined =
                new RenewalFailed(ID, dues(1), TopUpDecline.CARD_DECLINED, day(31), day(33), day(30));
        Asks asks = after(RENEWAL, declined);
        assertThat(asks.areOpen(DuesPurpose.RENEWAL)).isFalse();
        assertThat(asks.include(DuesPurpose.RENEWAL)).isTrue();
        assertThat(asks.of(dues(1))).isPresent();
    }

    @Test
    void a_period_that_is_paid_leaves_nothing_that_could_pay_for_it_again() {
        assertThat(after(RENEWAL, CHANGE, began(2, LARGE, 20, 50, 20)).known()).isEmpty();
    }

    @Test
    void whoever_cancels_wants_no_other_tier_but_a_renewal_on_its_way_may_still_be_paid() {
        Asks asks = after(RENEWAL, CHANGE, new MembershipCancelled(ID, day(30), day(21)));
        assertThat(asks.known()).containsOnlyKeys(dues(1));
    }

    @Test
    void a_change_is_awaited_for_its_own_tier_alone() {
        assertThat(after(CHANGE).areOpen(DuesPurpose.CHANGE, LARGE)).isTrue();
        assertThat(after(CHANGE).areOpen(DuesPurpose.CHANGE, SMALL)).isFalse();
    }

    @Test
    void an_answer_to_dues_that_nobody_asked_for_changes_nothing() {
        MembershipEvent missed = new DuesMissed(ID, dues(9), DuesPurpose.CHANGE, TopUpDecline.CARD_DECLINED, day(20));
        assertThat(after(CHANGE, missed)).isEqualTo(after(CHANGE));
    }

    private static Asks after(MembershipEvent... events) {
        Asks asks = Asks.none();
        for (MembershipEvent event : events) {
            asks = asks.after(event);
        }
        return asks;
    }
}
