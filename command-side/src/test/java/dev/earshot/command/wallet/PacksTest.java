package dev.earshot.command.wallet;

import static dev.earshot.command.wallet.Grants.thenCash;
import static dev.earshot.command.wallet.Grants.thenMoments;
import static dev.earshot.command.wallet.Grants.tokens;
import static dev.earshot.command.wallet.WalletStory.NOON;
import static dev.earshot.command.wallet.WalletStory.TOMORROW;
import static dev.earshot.command.wallet.WalletStory.USD;
import static dev.earshot.command.wallet.WalletStory.WALLET;
import static dev.earshot.command.wallet.WalletStory.call;
import static dev.earshot.command.wallet.WalletStory.captureHold;
import static dev.earshot.command.wallet.WalletStory.captureHoldAt;
import static dev.earshot.command.wallet.WalletStory.given;
import static dev.earshot.command.wallet.WalletStory.lot;
import static dev.earshot.command.wallet.WalletStory.momentTerms;
import static dev.earshot.command.wallet.WalletStory.moments;
import static dev.earshot.command.wallet.WalletStory.open;
import static dev.earshot.command.wallet.WalletStory.placeHoldUnder;
import static dev.earshot.command.wallet.WalletStory.tokenPack;
import static dev.earshot.command.wallet.WalletStory.tokenTerms;
import static dev.earshot.command.wallet.WalletStory.tokens;
import static dev.earshot.command.wallet.WalletStory.topUp;

import dev.earshot.api.id.TopUpId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Grant;
import dev.earshot.api.pricing.Pack;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.Terms;
import dev.earshot.api.pricing.Unit;
import dev.earshot.api.wallet.HoldDecline;
import dev.earshot.api.wallet.WalletCommand.CreditPack;
import dev.earshot.api.wallet.WalletCommand.ExpectPack;
import dev.earshot.api.wallet.WalletCommand.ExpireLots;
import dev.earshot.api.wallet.WalletCommand.ExtendHold;
import dev.earshot.api.wallet.WalletCommand.ReversePack;
import dev.earshot.api.wallet.WalletEvent.HoldCaptured;
import dev.earshot.api.wallet.WalletEvent.HoldDeclined;
import dev.earshot.api.wallet.WalletEvent.HoldExtended;
import dev.earshot.api.wallet.WalletEvent.HoldPlaced;
import dev.earshot.api.wallet.WalletEvent.PackCredited;
import dev.earshot.api.wallet.WalletEvent.PackExpired;
import dev.earshot.api.wallet.WalletRefusal;
import dev.earshot.command.Live;
import dev.earshot.command.Refusals;
import dev.earshot.command.Snapshots;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Bought packs: tokens, and minutes that expire. */
class PacksTest {
    private static final ExpireLots EXPIRE = new ExpireLots(WALLET, TOMORROW);

    @Test
    void a_pack_is_credited_once() {
        given(open())
                .when(tokens("a", 100))
                .expectEvents(new PackCredited(WALLET, new TopUpId("top_a"), tokenPack(100), NOON));
        given(open(), tokens("a", 100)).when(tokens("a", 100)).expectNoEvents();
    }

    @Test
    void a_pack_of_another_currency_or_beyond_counting_is_not_expected() {
        Pack rupees = new Pack("t", PlanVersion.TOKENS, 100, Money.of(99900, "INR"), 0);
        Refusals.expect(WalletRefusal.CURRENCY_MISMATCH, given(open()).when(new ExpectPack(WALLET, rupees)));
        Refusals.expect(
                WalletRefusal.AMOUNT_OUT_OF_RANGE,
                given(open(), tokens("a", 1)).when(new ExpectPack(WALLET, tokenPack(Long.MAX_VALUE))));
        given(open()).when(new ExpectPack(WALLET, tokenPack(100))).expectNoEvents();
    }

    @Test
    void tokens_of_several_packs_pay_as_one_and_never_expire() {
        Grant grant = tokens(600);
        given(open(), tokens("a", 60), tokens("b", 60))
                .when(placeHoldUnder(tokenTerms(), "c", 600, Instant.parse("2099-01-01T00:00:00Z")))
                .expectEvents(placed(tokenTerms(), grant, Instant.parse("2099-01-01T00:00:00Z")));
    }

    @Test
    void a_call_takes_the_tokens_of_what_was_talked() {
        Grant grant = tokens(300);
        given(open(), tokens("a", 100), placeHoldUnder(tokenTerms(), "c", 300, NOON))
                .when(captureHold("c", 91))
                .expectEvents(new HoldCaptured(WALLET, call("c"), USD, grant, 91, grant.chargesAt(91), NOON));
    }

    @Test
    void cash_is_no_token() {
        given(open(), topUp("a", 1000))
                .when(placeHoldUnder(tokenTerms(), "c", 300, NOON))
                .expectEvents(new HoldDeclined(WALLET, call("c"), HoldDecline.INSUFFICIENT_FUNDS, NOON));
    }

    @Test
    void the_lot_that_expires_first_burns_first_and_cash_only_where_it_is_allowed() {
        Pack late = new Pack("minutes", PlanVersion.MOMENTS, 40, WalletStory.usd(2999), 9);
        CreditPack later = new CreditPack(WALLET, new TopUpId("top_late"), late, NOON);
        Grant lots = thenMoments(thenMoments(Grant.NONE, "soon", 30), "late", 40);
        given(open(), topUp("a", 1000), later, moments("soon", 30))
                .when(placeHoldUnder(momentTerms(false), "c", 300, NOON))
                .expectEvents(placed(momentTerms(false), lots, NOON));
        given(open(), topUp("a", 1000), later, moments("soon", 30))
                .when(placeHoldUnder(momentTerms(true), "c", 300, NOON))
                .expectEvents(placed(momentTerms(true), thenCash(lots, 230), NOON));
    }

    @Test
    void an_expired_rest_goes_once_at_its_time() {
        PackExpired expired = new PackExpired(WALLET, lot("a"), Pocket.MOMENTS, Unit.SECONDS, 60, TOMORROW);
        given(open(), moments("a", 60)).when(EXPIRE).expectEvents(expired);
        given(open(), moments("a", 60), EXPIRE).when(EXPIRE).expectNoEvents();
        given(open(), moments("a", 60))
                .when(new ExpireLots(WALLET, TOMORROW.minusMillis(1)))
                .expectNoEvents();
    }

    @Test
    void what_a_running_call_has_set_aside_outlives_the_expiry_for_that_call_only() {
        Grant grant = thenMoments(Grant.NONE, "a", 60);
        given(open(), moments("a", 90), placeHoldUnder(momentTerms(false), "c", 60, NOON))
                .when(EXPIRE)
                .expectEvents(new PackExpired(WALLET, lot("a"), Pocket.MOMENTS, Unit.SECONDS, 30, TOMORROW));
        given(open(), moments("a", 90), placeHoldUnder(momentTerms(false), "c", 60, NOON), EXPIRE)
                .when(captureHoldAt("c", 50, TOMORROW))
                .expectEvents(
                        new HoldCaptured(WALLET, call("c"), USD, grant, 50, grant.chargesAt(50), TOMORROW),
                        new PackExpired(WALLET, lot("a"), Pocket.MOMENTS, Unit.SECONDS, 10, TOMORROW));
    }

    @Test
    void a_pack_bought_in_mid_call_extends_a_starving_hold() {
        ExtendHold extend = new ExtendHold(WALLET, call("c"), 65, 300, NOON); // 65 seconds cost 10 tokens, 66 cost 11.
        given(open(), tokens("a", 10), placeHoldUnder(tokenTerms(), "c", 300, NOON), extend)
                .when(tokens("b", 10))
                .expectEvents(
                        new PackCredited(WALLET, new TopUpId("top_b"), tokenPack(10), NOON),
                        new HoldExtended(WALLET, call("c"), tokens(125), NOON));
    }

    @Test
    void a_snapshot_keeps_everything() {
        Live<Wallet> wallet = new Live<>(Wallet.class, new Wallet());
        Stream.of(
                        open(),
                        tokens("a", 100),
                        moments("b", 100),
                        placeHoldUnder(tokenTerms(), "c", 60, NOON),
                        placeHoldUnder(momentTerms(true), "d", 60, NOON),
                        new ReversePack(WALLET, new TopUpId("top_a"), tokenPack(100), WalletStory.usd(999), 1, NOON))
                .forEach(wallet::send);
        Snapshots.expectToKeep(wallet.root());
    }

    @Test
    void a_snapshot_from_before_payments_went_back_is_read() {
        Live<Wallet> wallet = new Live<>(Wallet.class, new Wallet());
        Stream.of(open(), topUp("a", 500)).forEach(wallet::send);
        Snapshots.expectToReadWithout(wallet.root(), "reversed", "debts", "indebted");
    }

    private static HoldPlaced placed(Terms terms, Grant grant, Instant at) {
        return new HoldPlaced(WALLET, call("c"), terms, grant, at);
    }
}
