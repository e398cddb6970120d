package dev.earshot.saga.billing;

import static dev.earshot.saga.billing.BillingStory.START;
import static dev.earshot.saga.billing.BillingStory.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.call.CallCommand.AdmitCall;
import dev.earshot.api.call.CallCommand.EndCall;
import dev.earshot.api.call.CallCommand.ExtendCall;
import dev.earshot.api.call.CallCommand.RefuseCall;
import dev.earshot.api.call.EndReason;
import dev.earshot.api.call.RefuseReason;
import dev.earshot.api.earnings.EarningsCommand.CreditEarnings;
import dev.earshot.api.money.Money;
import dev.earshot.api.presence.EngagementDecline;
import dev.earshot.api.presence.PresenceCommand.DisengageListener;
import dev.earshot.api.presence.PresenceCommand.EngageListener;
import dev.earshot.api.wallet.HoldDecline;
import dev.earshot.api.wallet.WalletCommand.CaptureHold;
import dev.earshot.api.wallet.WalletCommand.ExtendHold;
import dev.earshot.api.wallet.WalletCommand.PlaceHold;
import dev.earshot.api.wallet.WalletCommand.ReleaseHold;
import dev.earshot.saga.CallFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallBillingTest {
    private final BillingStory story = new BillingStory();
    private final CallFacts call = story.call;

    @Test
    void asksForFundsAndListenerAtOnceWhenACallIsRequested() {
        assertThat(story.asks())
                .containsExactly(
                        placeHold(0), new EngageListener(call.presence, call.call, call.parties.memberId(), START));
        assertThat(story.wakeAt()).contains(at(10));
    }

    @Test
    void admitsWhenBothHaveSaidYesInEitherOrder() {
        assertThat(story.hears(1, call.placed(300, at(1))).asks()).isEmpty();
        assertThat(story.hears(2, call.engaged(at(2))).asks()).containsExactly(new AdmitCall(call.call, 300, at(2)));

        BillingStory other = new BillingStory();
        assertThat(other.hears(1, call.engaged(at(1))).asks()).isEmpty();
        assertThat(other.hears(2, call.placed(120, at(2))).asks())
                .containsExactly(new AdmitCall(call.call, 120, at(2)));
    }

    @ParameterizedTest
    @CsvSource({
        "LISTENER_OFFLINE, LISTENER_OFFLINE",
        "LISTENER_BUSY, LISTENER_BUSY",
        "CALLER_BLOCKED, CALL_REFUSED",
        "CALL_OVER, CALL_REFUSED"
    })
    void refusesAndReleasesTheHoldWhenTheListenerCannotBeEngaged(EngagementDecline no, RefuseReason told) {
        story.hears(1, call.placed(300, at(1))).hears(2, call.engagementDeclined(no, at(2)));

        assertThat(story.asks()).containsExactlyInAnyOrder(release(2), new RefuseCall(call.call, told, at(2)));
        assertThat(story.hears(3, call.refused(told, at(2)), call.released(at(3)))
                        .isDone())
                .isTrue();
        assertThat(story.wakeAt()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "INSUFFICIENT_FUNDS, INSUFFICIENT_FUNDS",
        "CURRENCY_MISMATCH, CURRENCY_MISMATCH",
        "RECEIVABLE_OPEN, RECEIVABLE_OPEN"
    })
    void refusesAndFreesTheListenerWhenThereAreNoFunds(HoldDecline no, RefuseReason told) {
        story.hears(1, call.engaged(at(1))).hears(2, call.holdDeclined(no, at(2)));

        assertThat(story.asks()).containsExactlyInAnyOrder(disengage(2), new RefuseCall(call.call, told, at(2)));
        assertThat(story.hears(3, call.refused(told, at(2)), call.disengaged(at(3)))
                        .isDone())
                .isTrue();
    }

    @Test
    void undoesAYesThatComesAfterTheRefusal() {
        story.hears(1, call.holdDeclined(HoldDecline.INSUFFICIENT_FUNDS, at(1)))
                .hears(2, call.refused(RefuseReason.INSUFFICIENT_FUNDS, at(1)));
        assertThat(story.isDone()).isFalse();

        assertThat(story.hears(3, call.engaged(at(3))).asks()).containsExactly(disengage(3));
        assertThat(story.hears(4, call.disengaged(at(4))).isDone()).isTrue();
    }

    @Test
    void releasesAHoldThatIsStillBeingAskedForWhenTheListenerSaysNo() {
        story.hears(1, call.engagementDeclined(EngagementDecline.LISTENER_BUSY, at(1)));

        assertThat(story.asks()).contains(release(1));
        assertThat(story.hears(2, call.placed(300, at(1))).isDone()).isFalse();
        assertThat(story.hears(3, call.refused(RefuseReason.LISTENER_BUSY, at(1)), call.released(at(3)))
                        .isDone())
                .isTrue();
    }

    @Test
    void saysTheFirstNoWhenBothSayNo() {
        story.hears(1, call.holdDeclined(HoldDecline.INSUFFICIENT_FUNDS, at(1)));
        assertThat(story.hears(2, call.engagementDeclined(EngagementDecline.LISTENER_BUSY, at(2)))
                        .asks())
                .isEmpty();
        assertThat(story.known().progress().refusal()).isEqualTo(RefuseReason.INSUFFICIENT_FUNDS);
        assertThat(story.hears(3, call.refused(RefuseReason.INSUFFICIENT_FUNDS, at(1)))
                        .isDone())
                .isTrue();
    }

    @Test
    void freesAListenerWhoSaidNoFirstAndYesToTheRepeatedQuestion() {
        story.hears(1, call.engagementDeclined(EngagementDecline.LISTENER_BUSY, at(1)));
        assertThat(story.hears(2, call.engaged(at(2))).asks()).containsExactly(disengage(2));
        assertThat(story.hears(3, call.disengaged(at(3)), call.engaged(at(2))).asks())
                .isEmpty();
    }

    @Test
    void givesEverythingBackWhenTheCallerHangsUpBeforeAnAnswer() {
        story.hears(1, call.ended(EndReason.CANCELLED, 0, at(1)));
        assertThat(story.asks()).containsExactly(release(1));

        assertThat(story.hears(2, call.engaged(at(0))).asks()).containsExactly(disengage(2));
        assertThat(story.hears(3, call.placed(300, at(0)), call.released(at(1))).isDone())
                .isFalse();
        assertThat(story.hears(4, call.disengaged(at(2))).isDone()).isTrue();
    }

    @Test
    void releasesTheHoldOfACallThatWasNeverBillable() {
        story.connected().hears(5, call.ended(EndReason.HUNG_UP_BY_MEMBER, 0, at(5)));

        assertThat(story.asks()).containsExactlyInAnyOrder(release(5), disengage(5));
        assertThat(story.hears(6, call.released(at(6)), call.disengaged(at(6))).isDone())
                .isTrue();
    }

    @Test
    void capturesWhatWasTalkedFreesTheListenerAndPaysThem() {
        story.connected().hears(100, call.ended(EndReason.HUNG_UP_BY_LISTENER, 95, at(100)));
        assertThat(story.asks())
                .containsExactlyInAnyOrder(new CaptureHold(call.wallet, call.call, 95, at(100)), disengage(100));

        story.hears(101, call.captured(300, 95, at(101)));
        // 95 s at 6.00 a minute cost 9.50; the fee is floor(950 × 0.15) = 142.
        assertThat(story.asks())
                .containsExactly(
                        new CreditEarnings(call.earnings, call.call, Money.of(808, "USD"), 95, at(100), at(101)));
        assertThat(story.hears(102, call.credited(808, at(102))).isDone()).isFalse();
        assertThat(story.hears(103, call.disengaged(at(101))).isDone()).isTrue();
        assertThat(story.wakeAt()).isEmpty();
    }

    @Test
    void paysNothingWhenNothingWasEarned() {
        story.connected().hears(6, call.ended(EndReason.HUNG_UP_BY_MEMBER, 1, at(6)));
        assertThat(story.hears(7, call.disengaged(at(7)), call.captured(300, 0, at(7)))
                        .asks())
                .isEmpty();
        assertThat(story.isDone()).isTrue();
    }

    @Test
    void extendsHoldAndCallWhenTheGrantRunsLow() {
        story.connected().hears(230, call.low(300, at(230)));
        assertThat(story.asks()).containsExactly(new ExtendHold(call.wallet, call.call, 300, 300, at(230)));
        assertThat(story.hears(230, call.low(300, at(230))).asks()).isEmpty();

        assertThat(story.hears(231, call.extended(600, at(231))).asks())
                .containsExactly(new ExtendCall(call.call, 600, at(231)));
        assertThat(story.hears(232, call.extended(900, at(232))).asks())
                .as("while the call is yet to hear of the last extension")
                .containsExactly(new ExtendCall(call.call, 900, at(232)));
        assertThat(story.hears(233, call.callExtended(600, at(231)), call.callExtended(900, at(232)))
                        .asks())
                .isEmpty();
        assertThat(story.hears(234, call.low(300, at(230))).asks())
                .as("told late, of a grant that has grown")
                .isEmpty();
    }

    @Test
    void leavesAHoldThatCannotGrowToTheWallet() {
        story.connected().hears(230, call.low(300, at(230))).hears(231, call.notExtended(300, at(231)));
        assertThat(story.asks()).isEmpty();
        assertThat(story.wakeAt())
                .as("when the grant has ended and nobody said so")
                .contains(at(5 + 300 + 10));

        assertThat(story.hears(250, call.extended(450, at(250))).asks())
                .as("funds arrived")
                .containsExactly(new ExtendCall(call.call, 450, at(250)));
    }

    @Test
    void asksForNoMoreThanTheLongestCallNeeds() {
        long longest = BillingStory.RULES.maximumLength().toSeconds();
        story.connected().hears(230, call.extended(longest, at(230)), call.callExtended(longest, at(230)));

        assertThat(story.hears(14_000, call.low(longest, at(14_000))).asks()).isEmpty();
    }

    @Test
    void endsACallThatRingsTooLongAsOfThenHoweverLateItWakes() {
        story.hears(0, call.placed(300, at(0)), call.engaged(at(0))).hears(1, call.admitted(300, at(1)));
        assertThat(story.wakeAt()).contains(at(46));

        EndCall end = new EndCall(call.call, EndReason.NO_ANSWER, at(46));
        assertThat(story.wakes(400).asks()).containsExactly(end);
        assertThat(story.wakeAt()).as("asked again if it is not heard").contains(at(410));
        assertThat(story.wakes(410).asks()).containsExactly(end);
        assertThat(story.hears(411, call.ended(EndReason.NO_ANSWER, 0, at(46))).asks())
                .containsExactlyInAnyOrder(release(411), disengage(411));
    }

    @Test
    void endsACallThatDoesNotConnectAndOneThatLastsTooLong() {
        story.hears(0, call.placed(300, at(0)), call.engaged(at(0)))
                .hears(1, call.admitted(300, at(1)))
                .hears(20, call.accepted(at(20)));
        assertThat(story.wakes(50).asks()).containsExactly(new EndCall(call.call, EndReason.NOT_CONNECTED, at(50)));

        BillingStory other = new BillingStory().connected().hears(100, call.extended(20_000, at(100)));
        other.hears(101, call.callExtended(20_000, at(100)));
        assertThat(other.wakeAt()).contains(at(5 + 4 * 3600));
        assertThat(other.wakes(5 + 4 * 3600).asks())
                .containsExactly(new EndCall(call.call, EndReason.MAXIMUM_LENGTH, at(5 + 4 * 3600)));
    }

    @Test
    void endsACallWhoseGrantHasEndedAlthoughNobodyCounted() {
        story.connected();
        assertThat(story.wakeAt()).contains(at(315));
        assertThat(story.wakes(314).asks()).isEmpty();
        assertThat(story.wakes(500).asks()).containsExactly(new EndCall(call.call, EndReason.FUNDS_EXHAUSTED, at(305)));

        assertThat(story.hears(501, call.extended(600, at(300))).asks())
                .as("an extension that was on its way wins")
                .containsExactly(new ExtendCall(call.call, 600, at(501)));
        story.hears(502, call.callExtended(600, at(501)));
        assertThat(story.wakeAt()).contains(at(615));
    }

    @Test
    void asksEverythingUnansweredAgainMoreAndMoreSeldom() {
        assertThat(story.wakes(9).asks()).isEmpty();
        assertThat(story.wakes(10).asks())
                .containsExactly(
                        placeHold(10), new EngageListener(call.presence, call.call, call.parties.memberId(), at(10)));
        assertThat(story.wakeAt()).contains(at(30));
        assertThat(story.hears(12, call.engaged(at(0))).wakes(30).asks()).containsExactly(placeHold(30));
        assertThat(story.wakeAt()).contains(at(70));
        for (int i = 0; i < 10; i++) {
            story.wakes(story.wakeAt().orElseThrow().getEpochSecond() - START.getEpochSecond());
        }
        long last = story.known().patience().askAgainAt().getEpochSecond();
        story.wakes(last - START.getEpochSecond());
        assertThat(story.wakeAt().orElseThrow().getEpochSecond() - last).isEqualTo(320);
    }

    @Test
    void hearsEveryFactTwiceAndAsksForNothingNew() {
        Object[] life = {
            call.placed(300, at(0)),
            call.engaged(at(0)),
            call.admitted(300, at(1)),
            call.accepted(at(3)),
            call.connected(at(5)),
            call.low(300, at(230)),
            call.extended(600, at(231)),
            call.callExtended(600, at(231)),
            call.ended(EndReason.HUNG_UP_BY_MEMBER, 400, at(405)),
            call.captured(600, 400, at(405)),
            call.disengaged(at(405)),
            call.credited(3400, at(406))
        };
        for (Object fact : life) {
            story.hears(500, fact);
            CallBilling once = story.known();
            assertThat(story.hears(500, fact).asks()).as("after %s again", fact).isEmpty();
            assertThat(story.known()).as("after %s again", fact).isEqualTo(once);
        }
        assertThat(story.isDone()).isTrue();
    }

    private PlaceHold placeHold(long second) {
        return new PlaceHold(call.wallet, call.call, CallFacts.TERMS, 300, 60, at(second));
    }

    private ReleaseHold release(long second) {
        return new ReleaseHold(call.wallet, call.call, at(second));
    }

    private DisengageListener disengage(long second) {
        return new DisengageListener(call.presence, call.call, at(second));
    }
}
