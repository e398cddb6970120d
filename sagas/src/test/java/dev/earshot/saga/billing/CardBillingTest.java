package dev.earshot.saga.billing;

import static dev.earshot.saga.billing.BillingStory.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.call.CallCommand.AdmitCall;
import dev.earshot.api.call.CallCommand.RefuseCall;
import dev.earshot.api.call.EndReason;
import dev.earshot.api.call.RefuseReason;
import dev.earshot.api.card.CardPaymentCommand.AuthorizeCard;
import dev.earshot.api.card.CardPaymentCommand.CaptureCard;
import dev.earshot.api.card.CardPaymentCommand.VoidCard;
import dev.earshot.api.money.Money;
import dev.earshot.api.presence.EngagementDecline;
import dev.earshot.api.presence.PresenceCommand.DisengageListener;
import dev.earshot.api.presence.PresenceCommand.EngageListener;
import dev.earshot.api.pricing.Grant;
import dev.earshot.api.wallet.HoldDecline;
import dev.earshot.api.wallet.WalletCommand.CaptureHold;
import dev.earshot.api.wallet.WalletCommand.ExtendHold;
import dev.earshot.api.wallet.WalletCommand.LendCard;
import dev.earshot.api.wallet.WalletCommand.PlaceHold;
import dev.earshot.api.wallet.WalletCommand.ReleaseHold;
import dev.earshot.saga.CallFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** At 6.00 a minute five minutes are 30.00 and two are 12.00. */
class CardBillingTest {
    private final BillingStory story = BillingStory.byCard();
    private final CallFacts call = story.call;

    @Test
    void asksForTheListenerAtOnceAndForTheCardAsSoonAsItIsKnown() {
        assertThat(story.asks())
                .containsExactly(new EngageListener(call.presence, call.call, call.parties.memberId(), at(0)));
        assertThat(story.hears(0, call.cardChosen(at(0))).asks()).containsExactly(authorize(1, 0));
    }

    @Test
    void lendsWhatIsAuthorizedAndPlacesTheHoldOnlyThen() {
        story.hears(0, call.cardChosen(at(0)));
        assertThat(story.hears(1, call.authorized(1, 3000, at(1))).asks()).containsExactly(lend(1, 3000, 1));
        assertThat(story.hears(2, call.lent(1, 3000, at(2))).asks())
                .containsExactly(new PlaceHold(call.wallet, call.call, CallFacts.CARD_TERMS, 300, 60, at(2)));
        story.hears(3, call.placed(call.cardGrant(300), at(3)));
        assertThat(story.hears(4, call.engaged(at(4))).asks()).containsExactly(new AdmitCall(call.call, 300, at(4)));
    }

    @Test
    void refusesTheCallWhoseCardIsDeclinedAndAsksTheWalletForNothing() {
        story.hears(0, call.cardChosen(at(0)), call.engaged(at(0))).hears(1, call.cardDeclined(1, at(1)));
        assertThat(story.asks())
                .containsExactlyInAnyOrder(
                        new RefuseCall(call.call, RefuseReason.PAYMENT_DECLINED, at(1)), disengage(1));
        story.hears(2, call.refused(RefuseReason.PAYMENT_DECLINED, at(1)), call.disengaged(at(2)));
        assertThat(story.isDone()).isTrue();
    }

    @Test
    void refusesTheCallWhoseCardIsNotHeardOfInTimeAndVoidsWhateverComesOfIt() {
        story.hears(0, call.cardChosen(at(0)), call.engaged(at(0)));
        assertThat(story.wakes(59).known().progress().stage()).isEqualTo(Progress.Stage.REQUESTED);

        assertThat(story.wakes(60).asks())
                .containsExactlyInAnyOrder(
                        new RefuseCall(call.call, RefuseReason.PAYMENT_UNANSWERED, at(60)),
                        voided(1, 60),
                        release(60),
                        disengage(60));
        story.hears(
                61,
                call.abandoned(1, at(60)),
                call.released(at(61)),
                call.refused(RefuseReason.PAYMENT_UNANSWERED, at(60)),
                call.disengaged(at(61)));
        assertThat(story.isDone())
                .as("it does not wait for a provider that is down")
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(EngagementDecline.class)
    void voidsTheAuthorizationWhenTheListenerCannotBeEngaged(EngagementDecline no) {
        story.hears(0, call.cardChosen(at(0))).hears(1, call.engagementDeclined(no, at(1)));
        assertThat(story.asks()).contains(voided(1, 1), release(1));
    }

    @Test
    void voidsWhatIsAuthorizedAfterTheCallIsOverOnceTheWalletHasLetGo() {
        story.hears(0, call.cardChosen(at(0)))
                .hears(1, call.authorized(1, 3000, at(1)))
                .hears(2, call.ended(EndReason.CANCELLED, 0, at(2)));
        assertThat(story.asks()).as("the wallet may have granted from it").containsExactly(release(2));

        assertThat(story.hears(3, call.released(at(3))).asks()).containsExactly(voided(1, 3));
    }

    @Test
    void voidsWhatTheWalletWouldNotHold() {
        story.hears(0, call.cardChosen(at(0)), call.authorized(1, 3000, at(0)), call.lent(1, 3000, at(0)))
                .hears(1, call.holdDeclined(HoldDecline.RECEIVABLE_OPEN, at(1)));
        assertThat(story.asks())
                .containsExactlyInAnyOrder(
                        voided(1, 1), new RefuseCall(call.call, RefuseReason.RECEIVABLE_OPEN, at(1)));
    }

    @Test
    void authorizesAgainWhenTheGrantRunsLowAndExtendsOnlyWhenThatIsLent() {
        connected();
        assertThat(story.hears(230, call.low(300, at(230))).asks()).containsExactly(authorize(2, 230));
        assertThat(story.hears(230, call.low(300, at(230))).asks())
                .as("told twice")
                .isEmpty();
        assertThat(story.hears(231, call.authorized(2, 1200, at(231))).asks()).containsExactly(lend(2, 1200, 231));
        assertThat(story.hears(232, call.lent(2, 1200, at(232))).asks())
                .containsExactly(new ExtendHold(call.wallet, call.call, 300, 300, at(232)));
        story.hears(233, call.extended(call.cardGrant(300, 120), at(233)));
        story.hears(233, call.callExtended(420, at(233)));
        assertThat(story.asks()).isEmpty();
        assertThat(story.hears(350, call.low(420, at(350))).asks()).containsExactly(authorize(3, 350));
    }

    @Test
    void leavesACallToEndWithItsGrantWhenTheChainIsDeclined() {
        connected();
        story.hears(230, call.low(300, at(230))).hears(231, call.cardDeclined(2, at(231)));
        assertThat(story.asks()).isEmpty();
        assertThat(story.known().progress().stage()).isEqualTo(Progress.Stage.CONNECTED);
        assertThat(story.wakeAt()).contains(at(5 + 300 + 10));
    }

    @Test
    void capturesOfEachAuthorizationWhatTheHoldTookOfItAndVoidsTheRest() {
        connected();
        story.hears(230, call.low(300, at(230)), call.authorized(2, 3000, at(230)), call.lent(2, 3000, at(230)));
        Grant grant = call.cardGrant(300, 300);
        story.hears(231, call.extended(grant, at(231)), call.callExtended(600, at(231)));
        story.hears(500, call.low(600, at(500)), call.authorized(3, 3000, at(500)));
        story.hears(501, call.ended(EndReason.HUNG_UP_BY_MEMBER, 310, at(501)));
        assertThat(story.asks()).contains(new CaptureHold(call.wallet, call.call, 310, at(501)));

        // 300 s cost 30.00, 10 s cost 1.00; the fees are 15 per cent of each.
        assertThat(story.hears(502, call.captured(grant, 310, at(502))).asks())
                .contains(capture(1, 3000, 450, 502), capture(2, 100, 15, 502), voided(3, 502));
    }

    @Test
    void voidsTheAuthorizationOfACallThatNobodyTalked() {
        connected();
        story.hears(5, call.ended(EndReason.HUNG_UP_BY_MEMBER, 0, at(5)));
        assertThat(story.hears(6, call.released(at(6))).asks()).containsExactly(voided(1, 6));
    }

    @Test
    void theFactsOfAPaidLifeLeadToTheSameEndInAnyOrderAndRepeated() {
        Grant grant = call.cardGrant(300, 120);
        List<Object> life = List.of(
                call.cardChosen(at(0)),
                call.authorized(1, 3000, at(0)),
                call.lent(1, 3000, at(0)),
                call.placed(call.cardGrant(300), at(1)),
                call.engaged(at(1)),
                call.admitted(300, at(1)),
                call.accepted(at(3)),
                call.connected(at(5)),
                call.low(300, at(230)),
                call.authorized(2, 1200, at(231)),
                call.lent(2, 1200, at(231)),
                call.extended(grant, at(231)),
                call.callExtended(420, at(231)),
                call.ended(EndReason.HUNG_UP_BY_MEMBER, 400, at(405)),
                call.captured(grant, 400, at(405)),
                call.captureRequested(1, 3000, at(406)),
                call.captureRequested(2, 1000, at(406)),
                call.disengaged(at(405)),
                call.credited(3400, at(406)));
        for (int seed = 0; seed < 2_000; seed++) {
            List<Object> facts = new ArrayList<>(life);
            facts.addAll(life);
            Collections.shuffle(facts, new Random(seed));
            BillingStory shuffled = BillingStory.byCard();
            facts.forEach(fact -> shuffled.hears(500, fact));

            assertThat(shuffled.isDone()).as("seed %d", seed).isTrue();
            assertThat(Wishes.of(shuffled.known(), at(500))).isEmpty();
        }
    }

    @Test
    void aWalletCallAsksForNothingOfACard() {
        BillingStory wallet = new BillingStory().connected();
        wallet.hears(230, call.low(300, at(230)));
        assertThat(wallet.asks()).containsExactly(new ExtendHold(call.wallet, call.call, 300, 300, at(230)));
        assertThat(wallet.known().card()).isEmpty();
    }

    private void connected() {
        Arrays.asList(
                        call.cardChosen(at(0)),
                        call.authorized(1, 3000, at(0)),
                        call.lent(1, 3000, at(0)),
                        call.placed(call.cardGrant(300), at(0)),
                        call.engaged(at(0)),
                        call.admitted(300, at(1)),
                        call.accepted(at(3)),
                        call.connected(at(5)))
                .forEach(fact -> story.hears(5, fact));
    }

    private AuthorizeCard authorize(int number, long second) {
        return new AuthorizeCard(
                call.payment(number),
                call.call,
                call.parties,
                CallFacts.CARD,
                CallFacts.PAYEE,
                usd(3000),
                usd(1200),
                at(second));
    }

    private LendCard lend(int number, long minor, long second) {
        return new LendCard(call.wallet, call.call, call.payment(number), usd(minor), at(second));
    }

    private CaptureCard capture(int number, long minor, long fee, long second) {
        return new CaptureCard(call.payment(number), usd(minor), usd(fee), at(second));
    }

    private VoidCard voided(int number, long second) {
        return new VoidCard(call.payment(number), call.call, call.parties, at(second));
    }

    private ReleaseHold release(long second) {
        return new ReleaseHold(call.wallet, call.call, at(second));
    }

    private DisengageListener disengage(long second) {
        return new DisengageListener(call.presence, call.call, at(second));
    }

    private static Money usd(long minor) {
        return Money.of(minor, "USD");
    }
}
