package dev.earshot.command.wallet;

import static dev.earshot.command.wallet.WalletStory.NOON;
import static dev.earshot.command.wallet.WalletStory.TOMORROW;
import static dev.earshot.command.wallet.WalletStory.WALLET;
import static dev.earshot.command.wallet.WalletStory.call;
import static dev.earshot.command.wallet.WalletStory.captureHold;
import static dev.earshot.command.wallet.WalletStory.extendHold;
import static dev.earshot.command.wallet.WalletStory.given;
import static dev.earshot.command.wallet.WalletStory.open;
import static dev.earshot.command.wallet.WalletStory.placeHold;
import static dev.earshot.command.wallet.WalletStory.placeHoldUnder;
import static dev.earshot.command.wallet.WalletStory.promoSeconds;
import static dev.earshot.command.wallet.WalletStory.releaseHold;
import static dev.earshot.command.wallet.WalletStory.topUp;
import static dev.earshot.command.wallet.WalletStory.usd;

import dev.earshot.api.id.CardPaymentId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Grace;
import dev.earshot.api.pricing.Grant;
import dev.earshot.api.pricing.PayPerMinute;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.Tariff;
import dev.earshot.api.pricing.Terms;
import dev.earshot.api.wallet.HoldDecline;
import dev.earshot.api.wallet.WalletCommand.LendCard;
import dev.earshot.api.wallet.WalletCommand.PlaceHold;
import dev.earshot.api.wallet.WalletEvent.CardLent;
import dev.earshot.api.wallet.WalletEvent.HoldCaptured;
import dev.earshot.api.wallet.WalletEvent.HoldDeclined;
import dev.earshot.api.wallet.WalletEvent.HoldExtended;
import dev.earshot.api.wallet.WalletEvent.HoldPlaced;
import dev.earshot.command.Live;
import dev.earshot.command.Snapshots;
import org.junit.jupiter.api.Test;

/** At one dollar a minute five dollars are 300 seconds. */
class CardLentTest {
    private static final Terms BY_CARD = new PayPerMinute(1500, new Grace(60, 1)).byCard(usd(100));
    private static final Tariff TARIFF = Tariff.perMinute(100, 1500);

    @Test
    void whatACardLendsPaysForItsCall() {
        given(open(), lend("a", 1, 500))
                .when(place("a"))
                .expectEvents(placed("a", Grant.NONE.then(Pocket.CARD, lot("a", 1), 300, TARIFF)));
        given(open(), lend("a", 1, 500)).when(lend("a", 1, 500)).expectNoEvents();
    }

    @Test
    void whatACardLendsNeverPaysForAnotherCall() {
        given(open(), lend("a", 1, 500)).when(place("b")).expectEvents(declined("b"));
        given(open(), lend("a", 1, 500)).when(placeHold("a", 300, 60)).expectEvents(declined("a"));
    }

    @Test
    void aCardCallNeverTakesTheMembersMoney() {
        given(open(), topUp("one", 5000)).when(place("a")).expectEvents(declined("a"));
    }

    @Test
    void promotionsBurnBeforeTheCard() {
        Grant grant = Grant.NONE
                .then(Pocket.PROMO, "lot_gift", 30, Tariff.perSecond(85))
                .then(Pocket.CARD, lot("a", 1), 270, TARIFF);
        given(open(), promoSeconds("gift", 30, TOMORROW), lend("a", 1, 500))
                .when(place("a"))
                .expectEvents(placed("a", grant));
    }

    @Test
    void aChainOfAuthorizationsIsAChainOfLegs() {
        Grant grant =
                Grant.NONE.then(Pocket.CARD, lot("a", 1), 300, TARIFF).then(Pocket.CARD, lot("a", 2), 120, TARIFF);
        given(open(), lend("a", 1, 500), place("a"), lend("a", 2, 200))
                .when(extendHold("a", 300))
                .expectEvents(new HoldExtended(WALLET, call("a"), grant, NOON));
        given(open(), lend("a", 1, 500), place("a"), lend("a", 2, 200), extendHold("a", 300))
                .when(captureHold("a", 330))
                .expectEvents(
                        new HoldCaptured(WALLET, call("a"), usd(1).currency(), grant, 330, grant.chargesAt(330), NOON));
    }

    @Test
    void whatTheCallLeavesIsGoneWithIt() {
        Live<Wallet> wallet = new Live<>(Wallet.class, new Wallet());
        wallet.send(open());
        wallet.send(lend("a", 1, 500));
        wallet.send(place("a"));
        wallet.send(lend("a", 2, 500));
        Snapshots.expectToKeep(wallet.root());
        given(open(), lend("a", 1, 500), place("a"), lend("a", 2, 500), captureHold("a", 10))
                .when(lend("a", 3, 500))
                .expectNoEvents();
        given(open(), lend("a", 1, 500), releaseHold("a")).when(place("a")).expectNoEvents();
    }

    @Test
    void aCardInAnotherCurrencyOrWithoutAWalletIsDeclinedLikeAHold() {
        LendCard euros = new LendCard(WALLET, call("a"), payment("a", 1), Money.of(500, "EUR"), NOON);
        given(open())
                .when(euros)
                .expectEvents(new HoldDeclined(WALLET, call("a"), HoldDecline.CURRENCY_MISMATCH, NOON));
        given().when(euros).expectEvents(declined("a"));
    }

    @Test
    void whatIsLentToAStarvingHoldExtendsItAtOnce() {
        given(open(), lend("a", 1, 500), place("a"), extendHold("a", 300))
                .when(lend("a", 2, 500))
                .expectEvents(
                        new CardLent(WALLET, call("a"), payment("a", 2), usd(500), NOON),
                        new HoldExtended(
                                WALLET,
                                call("a"),
                                Grant.NONE
                                        .then(Pocket.CARD, lot("a", 1), 300, TARIFF)
                                        .then(Pocket.CARD, lot("a", 2), 300, TARIFF),
                                NOON));
    }

    private static LendCard lend(String call, int number, long minor) {
        return new LendCard(WALLET, call(call), payment(call, number), usd(minor), NOON);
    }

    private static PlaceHold place(String call) {
        return placeHoldUnder(BY_CARD, call, 300, NOON);
    }

    private static HoldPlaced placed(String call, Grant grant) {
        return new HoldPlaced(WALLET, call(call), BY_CARD, grant, NOON);
    }

    private static HoldDeclined declined(String call) {
        return new HoldDeclined(WALLET, call(call), HoldDecline.INSUFFICIENT_FUNDS, NOON);
    }

    private static CardPaymentId payment(String call, int number) {
        return CardPaymentId.of(call(call), number);
    }

    private static String lot(String call, int number) {
        return payment(call, number).value();
    }
}
