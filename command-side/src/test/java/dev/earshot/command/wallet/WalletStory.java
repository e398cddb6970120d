package dev.earshot.command.wallet;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.LotId;
import dev.earshot.api.id.TopUpId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Grace;
import dev.earshot.api.pricing.Moments;
import dev.earshot.api.pricing.Pack;
import dev.earshot.api.pricing.PayPerMinute;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.pricing.Terms;
import dev.earshot.api.pricing.Tokens;
import dev.earshot.api.pricing.Unit;
import dev.earshot.api.wallet.WalletCommand;
import dev.earshot.api.wallet.WalletCommand.CaptureHold;
import dev.earshot.api.wallet.WalletCommand.CreditPack;
import dev.earshot.api.wallet.WalletCommand.CreditTopUp;
import dev.earshot.api.wallet.WalletCommand.ExtendHold;
import dev.earshot.api.wallet.WalletCommand.GrantPromo;
import dev.earshot.api.wallet.WalletCommand.OpenWallet;
import dev.earshot.api.wallet.WalletCommand.PlaceHold;
import dev.earshot.api.wallet.WalletCommand.ReleaseHold;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;

/** The words in which wallets are tested. */
final class WalletStory {
    static final WalletId WALLET = WalletId.of(new AccountId("acc_ann"));
    static final Currency USD = Currency.getInstance("USD");
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Instant TOMORROW = NOON.plus(Duration.ofDays(1));

    private WalletStory() {}

    /** A wallet of which all this was asked before. */
    static Told given(WalletCommand... past) {
        return new Told(List.of(past));
    }

    record Told(List<WalletCommand> past) {
        ResultValidator<Wallet> when(WalletCommand command) {
            return new AggregateTestFixture<>(Wallet.class).givenCommands(past).when(command);
        }
    }

    static OpenWallet open() {
        return new OpenWallet(WALLET, USD, NOON);
    }

    static CreditTopUp topUp(String name, long minor) {
        return new CreditTopUp(WALLET, new TopUpId("top_" + name), usd(minor), NOON);
    }

    static GrantPromo promoSeconds(String name, long seconds, Instant expiresAt) {
        return new GrantPromo(WALLET, lot(name), Unit.SECONDS, seconds, expiresAt, NOON);
    }

    static GrantPromo promoMoney(String name, long minor, Instant expiresAt) {
        return new GrantPromo(WALLET, lot(name), Unit.MONEY, minor, expiresAt, NOON);
    }

    /** Tokens bought with the top-up of this name. */
    static CreditPack tokens(String name, long units) {
        return new CreditPack(WALLET, new TopUpId("top_" + name), tokenPack(units), NOON);
    }

    /** Seconds bought with the top-up of this name, good for a day. */
    static CreditPack moments(String name, long seconds) {
        return new CreditPack(WALLET, new TopUpId("top_" + name), momentPack(seconds), NOON);
    }

    static Pack tokenPack(long units) {
        return new Pack("tokens", PlanVersion.TOKENS, units, usd(999), 0);
    }

    static Pack momentPack(long seconds) {
        return new Pack("minutes", PlanVersion.MOMENTS, seconds, usd(2999), 1);
    }

    static PlaceHold placeHoldUnder(Terms terms, String call, long wanted, Instant at) {
        return new PlaceHold(WALLET, call(call), terms, wanted, 1, at);
    }

    static PlaceHold placeHold(String call) {
        return placeHold(call, 300, 60);
    }

    static PlaceHold placeHold(String call, long wanted, long atLeast) {
        return placeHoldAt(call, wanted, atLeast, NOON);
    }

    static PlaceHold placeHoldAt(String call, long wanted, long atLeast, Instant at) {
        return new PlaceHold(WALLET, call(call), terms(), wanted, atLeast, at);
    }

    static ExtendHold extendHold(String call, long granted) {
        return new ExtendHold(WALLET, call(call), granted, 300, NOON);
    }

    static CaptureHold captureHold(String call, long talked) {
        return captureHoldAt(call, talked, NOON);
    }

    static CaptureHold captureHoldAt(String call, long talked, Instant at) {
        return new CaptureHold(WALLET, call(call), talked, at);
    }

    static ReleaseHold releaseHold(String call) {
        return releaseHoldAt(call, NOON);
    }

    static ReleaseHold releaseHoldAt(String call, Instant at) {
        return new ReleaseHold(WALLET, call(call), at);
    }

    /** One dollar a minute, 15 % fee, one grace a day to the 60th second. */
    static Terms terms() {
        return new PayPerMinute(1500, new Grace(60, 1)).termsFor(usd(100));
    }

    /** One dollar a minute, which is ten tokens; no grace. */
    static Terms tokenTerms() {
        return new Tokens(1500, new Grace(0, 0), 10).termsFor(usd(100));
    }

    /** One dollar a minute; no grace. */
    static Terms momentTerms(boolean cash) {
        return new Moments(1500, new Grace(0, 0)).termsFor(usd(100), cash);
    }

    static CallId call(String name) {
        return new CallId("call_" + name);
    }

    static LotId lot(String name) {
        return new LotId("lot_" + name);
    }

    static Money usd(long minor) {
        return new Money(minor, USD);
    }
}
