package dev.earshot.query.news;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.account.AccountEvent;
import dev.earshot.api.autotopup.AutoTopUpEvent;
import dev.earshot.api.call.CallEvent;
import dev.earshot.api.call.CallEvent.CallRefused;
import dev.earshot.api.call.RefuseReason;
import dev.earshot.api.call.Side;
import dev.earshot.api.card.CardPaymentEvent;
import dev.earshot.api.card.CardReversalEvent;
import dev.earshot.api.card.CardholderEvent;
import dev.earshot.api.earnings.EarningsEvent;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.listener.ListenerEvent;
import dev.earshot.api.membership.MembershipEvent;
import dev.earshot.api.meter.MeterEvent;
import dev.earshot.api.payout.PayoutEvent;
import dev.earshot.api.presence.PresenceEvent;
import dev.earshot.api.topup.TopUpEvent;
import dev.earshot.api.wallet.WalletEvent;
import dev.earshot.query.CallStory;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AudienceTest {
    /** Facts that nobody hears as such: told by another fact, asked for when needed, or nobody's business. */
    private static final Set<Class<?>> IGNORES = Set.of(
            AccountEvent.AccountRegistered.class,
            AccountEvent.RolesGranted.class,
            AccountEvent.VersionAssigned.class,
            AccountEvent.VersionMoved.class,
            AccountEvent.OverflowChosen.class,
            AccountEvent.PackKept.class,
            AccountEvent.TimeZoneChosen.class,
            WalletEvent.AllowanceAgreed.class, // The membership tells it.
            WalletEvent.DayZoneSet.class,
            AccountEvent.FavouriteAdded.class,
            AccountEvent.FavouriteRemoved.class,
            ListenerEvent.ProfilePublished.class,
            PresenceEvent.MemberBlocked.class,
            PresenceEvent.MemberUnblocked.class,
            EarningsEvent.TalkCounted.class, // Stands beside EarningsCredited.
            EarningsEvent.EarningsReleased.class, // Stands beside EarningsSettledDirectly.
            PayoutEvent.PayeeOpened.class, // Answered to who opened it.
            CallEvent.CallRated.class,
            AutoTopUpEvent.AutoTopUpArmed.class, // Stands beside what it follows from.
            WalletEvent.BalanceWatched.class, // A word between a wallet and its automatic top-up.
            WalletEvent.BalanceLow.class, // AutoTopUpStarted or AutoTopUpPutOff tells how it went on.
            CallEvent.CardChosen.class, // The member has chosen it.
            WalletEvent.CardLent.class, // HoldPlaced or HoldExtended tells what it is good for.
            CardPaymentEvent.AuthorizationRequested.class, // What it comes to is told.
            CardPaymentEvent.CardAbandoned.class,
            CardPaymentEvent.CaptureRequested.class,
            CardPaymentEvent.VoidRequested.class,
            WalletEvent.CardDebtChanged.class, // Other facts tell what is owed.
            CardReversalEvent.CardRefundRequested.class, // CardPaymentReversed tells what it came to.
            CardReversalEvent.CardRefundConfirmed.class,
            CardReversalEvent.CardRefundFailed.class,
            CardReversalEvent.CardRefundRecorded.class,
            CardReversalEvent.CardRefundReturned.class,
            CardReversalEvent.CardDisputeOpened.class,
            CardReversalEvent.CardDisputeWon.class,
            CardReversalEvent.CardDisputeLost.class,
            CardReversalEvent.ListenerShareLost.class, // The listener hears of their coins.
            CardReversalEvent.ListenerShareFetched.class,
            CardReversalEvent.ListenerShareRestored.class,
            WalletEvent.HoldDeclined.class, // CallRefused tells it.
            PresenceEvent.EngagementDeclined.class, // CallRefused tells it.
            TopUpEvent.DuesReckoned.class, // DuesReversed tells what is gone.
            MembershipEvent.DuesReversalRecorded.class, // DuesReversed has told it.
            MembershipEvent.DuesClaimed.class, // The wallet tells what it took and gave.
            TopUpEvent.RefundRecorded.class, // TopUpReversed tells what it came to.
            WalletEvent.PaymentReversed.class, // Other facts tell what it took and gave.
            MeterEvent.GrantRunningLow.class, // HoldExtended or HoldExtensionDeclined tells how it went on.
            MeterEvent.SecondsDrawn.class); // Draws are told one by one, and not kept.

    private final CallStory story = new CallStory();
    private final Audience audience = new Audience();

    @Test
    void every_event_of_every_family_is_told_or_named_as_ignored() {
        Stream.of(
                        AccountEvent.class,
                        AutoTopUpEvent.class,
                        CallEvent.class,
                        CardPaymentEvent.class,
                        CardReversalEvent.class,
                        CardholderEvent.class,
                        EarningsEvent.class,
                        ListenerEvent.class,
                        MembershipEvent.class,
                        MeterEvent.class,
                        PayoutEvent.class,
                        PresenceEvent.class,
                        TopUpEvent.class,
                        WalletEvent.class)
                .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                .forEach(event -> assertThat(audience.tells(event))
                        .as(event.getSimpleName())
                        .isNotEqualTo(IGNORES.contains(event)));
    }

    @Test
    void both_hear_of_a_ring_and_only_the_member_hears_for_how_long_it_is_paid() {
        var told = audience.of(story.admitted(story.cash(300)));

        assertThat(of(told, story.member).body())
                .containsEntry("type", "CallAdmitted")
                .containsEntry("grantedSeconds", 300L);
        assertThat(of(told, story.listener).body()).doesNotContainKey("grantedSeconds");
    }

    @Test
    void the_listener_hears_nothing_before_the_call_rings() {
        var refused = new CallRefused(story.call, story.parties, RefuseReason.CALL_REFUSED, story.at(1));

        assertThat(hearers(story.requested())).containsExactly(story.member);
        assertThat(hearers(refused)).containsExactly(story.member);
    }

    @Test
    void both_hear_how_a_call_goes_and_ends() {
        for (var event : List.of(story.accepted(), story.joined(Side.MEMBER), story.connected(), story.ended(37))) {
            assertThat(hearers(event)).containsExactly(story.member, story.listener);
        }
        assertThat(of(audience.of(story.ended(37)), story.listener).body())
                .containsEntry("billableSeconds", 37L)
                .containsEntry("at", story.at(47));
    }

    @Test
    void only_the_owner_hears_of_a_wallet_and_its_top_ups() {
        var grant = story.cash(300);
        for (var event : List.of(
                story.walletOpened(),
                story.topUpRequested(500),
                story.topUpPaid(500),
                story.topUpCredited(500),
                story.holdPlaced(grant),
                story.holdExtended(grant),
                story.captured(grant, 37))) {
            assertThat(hearers(event)).containsExactly(story.member);
        }
    }

    @Test
    void only_the_listener_hears_of_presence_and_earnings() {
        for (var event :
                List.of(story.wentLive(), story.engaged(), story.disengaged(), story.credited(story.cash(300), 37))) {
            assertThat(hearers(event)).containsExactly(story.listener);
        }
    }

    @Test
    void nobody_hears_of_one_event_twice() {
        Stream.concat(
                        Arrays.stream(story.connectedOn(5000, story.cash(300))),
                        Arrays.stream(story.settledAfter(37, story.cash(300))))
                .forEach(event -> assertThat(hearers(event)).doesNotHaveDuplicates());
    }

    private List<AccountId> hearers(Object event) {
        return audience.of(event).stream()
                .map(Told::account)
                .sorted((a, b) -> b.value().compareTo(a.value()))
                .toList();
    }

    private static Told of(List<Told> told, AccountId account) {
        return told.stream()
                .filter(one -> one.account().equals(account))
                .findAny()
                .orElseThrow();
    }
}
