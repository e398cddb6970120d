package dev.earshot.command.wallet;

import static dev.earshot.command.wallet.Grants.cash;
import static dev.earshot.command.wallet.Grants.thenCash;
import static dev.earshot.command.wallet.Grants.thenGrace;
import static dev.earshot.command.wallet.Grants.thenPromoMoney;
import static dev.earshot.command.wallet.Grants.thenPromoSeconds;
import static dev.earshot.command.wallet.WalletStory.NOON;
import static dev.earshot.command.wallet.WalletStory.TOMORROW;
import static dev.earshot.command.wallet.WalletStory.USD;
import static dev.earshot.command.wallet.WalletStory.WALLET;
import static dev.earshot.command.wallet.WalletStory.call;
import static dev.earshot.command.wallet.WalletStory.captureHold;
import static dev.earshot.command.wallet.WalletStory.captureHoldAt;
import static dev.earshot.command.wallet.WalletStory.extendHold;
import static dev.earshot.command.wallet.WalletStory.given;
import static dev.earshot.command.wallet.WalletStory.lot;
import static dev.earshot.command.wallet.WalletStory.open;
import static dev.earshot.command.wallet.WalletStory.placeHold;
import static dev.earshot.command.wallet.WalletStory.placeHoldAt;
import static dev.earshot.command.wallet.WalletStory.promoMoney;
import static dev.earshot.command.wallet.WalletStory.promoSeconds;
import static dev.earshot.command.wallet.WalletStory.releaseHold;
import static dev.earshot.command.wallet.WalletStory.releaseHoldAt;
import static dev.earshot.command.wallet.WalletStory.terms;
import static dev.earshot.command.wallet.WalletStory.topUp;

import dev.earshot.api.pricing.Grant;
import dev.earshot.api.pricing.Unit;
import dev.earshot.api.wallet.HoldDecline;
import dev.earshot.api.wallet.WalletEvent.HoldCaptured;
import dev.earshot.api.wallet.WalletEvent.HoldDeclined;
import dev.earshot.api.wallet.WalletEvent.HoldExtended;
import dev.earshot.api.wallet.WalletEvent.HoldPlaced;
import dev.earshot.api.wallet.WalletEvent.HoldReleased;
import dev.earshot.api.wallet.WalletEvent.PromoExpired;
import dev.earshot.api.wallet.WalletEvent.PromoGranted;
import dev.earshot.api.wallet.WalletRefusal;
import dev.earshot.command.Live;
import dev.earshot.command.Refusals;
import dev.earshot.command.Snapshots;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The platform's gifts: promotional lots and grace. */
class PromoAndGraceTest {
    private static final Instant LATER = TOMORROW.plus(Duration.ofDays(1));

    @Test
    void grants_a_lot_once() {
        given(open())
                .when(promoSeconds("p", 60, TOMORROW))
                .expectEvents(new PromoGranted(WALLET, lot("p"), Unit.SECONDS, 60, TOMORROW, NOON));
        given(open(), promoSeconds("p", 60, TOMORROW))
                .when(promoSeconds("p", 60, TOMORROW))
                .expectNoEvents();
    }

    @Test
    void grants_a_lot_once_even_when_it_is_used_up() {
        given(open(), promoSeconds("p", 60, TOMORROW), placeHold("c", 60, 60), captureHold("c", 60))
                .when(promoSeconds("p", 60, TOMORROW))
                .expectNoEvents();
    }

    @Test
    void refuses_a_lot_of_nothing() {
        Refusals.expect(WalletRefusal.AMOUNT_OUT_OF_RANGE, given(open()).when(promoSeconds("p", 0, TOMORROW)));
    }

    @Test
    void burns_seconds_then_money_then_cash_and_the_lot_that_expires_first_in_front() {
        Grant expected = thenPromoSeconds(thenPromoSeconds(Grant.NONE, "soon", 30), "late", 30);
        expected = thenCash(thenPromoMoney(expected, "money", 60), 180);
        given(
                        open(),
                        topUp("a", 1000),
                        promoSeconds("late", 30, LATER),
                        promoMoney("money", 100, TOMORROW),
                        promoSeconds("soon", 30, TOMORROW))
                .when(placeHold("c"))
                .expectEvents(placed(expected, NOON));
    }

    @Test
    void the_rest_of_a_lot_expires_and_is_not_granted() {
        given(open(), topUp("a", 1000), promoSeconds("p", 60, TOMORROW))
                .when(placeHoldAt("c", 300, 60, TOMORROW))
                .expectEvents(
                        new PromoExpired(WALLET, lot("p"), Unit.SECONDS, 60, TOMORROW), placed(cash(300), TOMORROW));
    }

    /** Elsewhere no billing product keeps what a running call has reserved when its lot expires. */
    @Test
    void what_a_hold_has_set_aside_outlives_the_expiry_for_that_call() {
        Grant grant = thenPromoSeconds(Grant.NONE, "p", 60);
        given(open(), promoSeconds("p", 90, TOMORROW), placeHold("c", 60, 60))
                .when(captureHoldAt("c", 60, TOMORROW))
                .expectEvents(
                        new HoldCaptured(WALLET, call("c"), USD, grant, 60, grant.chargesAt(60), TOMORROW),
                        new PromoExpired(WALLET, lot("p"), Unit.SECONDS, 30, TOMORROW));
    }

    @Test
    void what_comes_back_from_a_hold_after_the_expiry_expires_then() {
        given(open(), promoSeconds("p", 60, TOMORROW), placeHold("c", 60, 60))
                .when(releaseHoldAt("c", TOMORROW))
                .expectEvents(
                        new HoldReleased(WALLET, call("c"), thenPromoSeconds(Grant.NONE, "p", 60), TOMORROW),
                        new PromoExpired(WALLET, lot("p"), Unit.SECONDS, 60, TOMORROW));
    }

    @Test
    void a_lot_granted_in_mid_call_extends_a_starving_hold() {
        given(open(), topUp("a", 500), placeHold("c"), extendHold("c", 300))
                .when(promoSeconds("p", 45, TOMORROW))
                .expectEvents(
                        new PromoGranted(WALLET, lot("p"), Unit.SECONDS, 45, TOMORROW, NOON),
                        new HoldExtended(WALLET, call("c"), thenPromoSeconds(cash(300), "p", 45), NOON));
    }

    @Test
    void a_call_whose_funds_run_out_early_runs_on_to_the_grace_second() {
        given(open(), topUp("a", 50)).when(placeHold("c")).expectEvents(placed(thenGrace(cash(30), 30), NOON));
    }

    @Test
    void there_is_no_grace_from_nothing() {
        given(open()).when(placeHold("c")).expectEvents(declined(NOON));
    }

    @Test
    void there_is_no_grace_when_less_was_wanted() {
        given(open(), topUp("a", 50)).when(placeHold("c", 30, 30)).expectEvents(placed(cash(30), NOON));
    }

    @Test
    void one_grace_a_day() {
        given(open(), topUp("a", 50), placeHold("b"), captureHold("b", 45), topUp("b", 50))
                .when(placeHold("c"))
                .expectEvents(declined(NOON));
        given(open(), topUp("a", 50), placeHold("b"), captureHold("b", 45), topUp("b", 50))
                .when(placeHoldAt("c", 300, 60, TOMORROW))
                .expectEvents(placed(thenGrace(cash(30), 30), TOMORROW));
    }

    @Test
    void two_calls_at_once_do_not_share_a_grace() {
        given(open(), topUp("a", 50), placeHold("b"), topUp("b", 50))
                .when(placeHold("c"))
                .expectEvents(declined(NOON));
    }

    @Test
    void a_grace_that_the_call_never_reached_is_given_back() {
        given(open(), topUp("a", 50), placeHold("b"), captureHold("b", 12), topUp("b", 20))
                .when(placeHold("c"))
                .expectEvents(placed(thenGrace(cash(30), 30), NOON));
        given(open(), topUp("a", 50), placeHold("b"), releaseHold("b"))
                .when(placeHold("c"))
                .expectEvents(placed(thenGrace(cash(30), 30), NOON));
    }

    @Test
    void a_snapshot_keeps_everything() {
        Live<Wallet> wallet = new Live<>(Wallet.class, new Wallet());
        Stream.of(
                        open(),
                        topUp("a", 50),
                        promoSeconds("p", 45, TOMORROW),
                        promoMoney("q", 1, TOMORROW),
                        placeHold("b"),
                        extendHold("b", 75),
                        placeHold("c"),
                        captureHold("c", 10),
                        topUp("b", 50))
                .forEach(wallet::send);
        Snapshots.expectToKeep(wallet.root());
    }

    private static HoldPlaced placed(Grant grant, Instant at) {
        return new HoldPlaced(WALLET, call("c"), terms(), grant, at);
    }

    private static HoldDeclined declined(Instant at) {
        return new HoldDeclined(WALLET, call("c"), HoldDecline.INSUFFICIENT_FUNDS, at);
    }
}
