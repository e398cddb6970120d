package dev.earshot.command.wallet;

import dev.earshot.api.pricing.Grant;
import dev.earshot.api.pricing.Leg;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.Tariff;

/** Grants as the tests expect them, on the terms of {@link WalletStory}: a dollar a minute leaves the listener 85 cents. */
final class Grants {
    private static final Tariff CASH = Tariff.perMinute(100, 1500);
    private static final Tariff SECONDS = Tariff.perSecond(85);
    private static final Tariff TOKENS = Tariff.tokensPerMinute(10, 85);
    private static final Tariff GRACE = Tariff.free(85);

    private Grants() {}

    static Grant cash(long seconds) {
        return thenCash(Grant.NONE, seconds);
    }

    static Grant thenCash(Grant grant, long seconds) {
        return grant.then(Pocket.CASH, Leg.NO_LOT, seconds, CASH);
    }

    static Grant tokens(long seconds) {
        return Grant.NONE.then(Pocket.TOKENS, Leg.NO_LOT, seconds, TOKENS);
    }

    static Grant thenMoments(Grant grant, String lot, long seconds) {
        return grant.then(Pocket.MOMENTS, "lot_" + lot, seconds, SECONDS);
    }

    static Grant thenGrace(Grant grant, long seconds) {
        return grant.then(Pocket.GRACE, Leg.NO_LOT, seconds, GRACE);
    }

    static Grant thenPromoSeconds(Grant grant, String lot, long seconds) {
        return grant.then(Pocket.PROMO, "lot_" + lot, seconds, SECONDS);
    }

    static Grant thenPromoMoney(Grant grant, String lot, long seconds) {
        return grant.then(Pocket.PROMO, "lot_" + lot, seconds, CASH);
    }
}
