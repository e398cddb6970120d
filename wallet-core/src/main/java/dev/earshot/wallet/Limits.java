package dev.earshot.wallet;

import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Unit;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.wallet.WalletRefusal;
import java.util.Currency;

/** What a wallet refuses to take: anything before it is opened, another currency, and more than it could count. */
record Limits(Contents wallet) {
    void refuseUnlessOpen() throws Refused {
        if (!wallet.isOpen()) {
            throw WalletRefusal.WALLET_UNKNOWN.of("this wallet was never opened");
        }
    }

    void refuseUnlessIn(Currency expected) throws Refused {
        refuseUnlessOpen();
        if (!expected.equals(wallet.currency)) {
            throw WalletRefusal.CURRENCY_MISMATCH.of("this wallet is in %s, not %s", wallet.currency, expected);
        }
    }

    void refuseUnlessExpected(Money amount) throws Refused {
        refuseUnlessIn(amount.currency());
        if (!wallet.pockets.hasRoomFor(Unit.MONEY, amount.minor())) {
            throw WalletRefusal.AMOUNT_OUT_OF_RANGE.of("this is more than a wallet can count");
        }
    }

    void refuseUnlessSome(Unit unit, long amount) throws Refused {
        if (amount < 1 || !wallet.pockets.hasRoomFor(unit, amount)) {
            throw WalletRefusal.AMOUNT_OUT_OF_RANGE.of("an amount from 1 to what a wallet can count is expected");
        }
    }
}
