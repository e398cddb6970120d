package dev.earshot.api.pricing;

import dev.earshot.api.money.Money;
import java.util.List;

/**
 * The plan of the listener's own rate: promotions burn first, then cash. Promotional and grace seconds pay the listener
 * what the same minute would have left them after the fee.
 *
 * @param feeBasisPoints the platform's fee, 0 to 10 000
 * @param grace the courtesy for calls that run out early
 */
public record PayPerMinute(int feeBasisPoints, Grace grace) {
    /** The terms of a call to a listener with this rate. */
    public Terms termsFor(Money ratePerMinute) {
        Tariff cash = Tariff.perMinute(ratePerMinute.minor(), feeBasisPoints);
        long listenerMinute =
                cash.charge(Pocket.CASH, Leg.NO_LOT, Tariff.MINUTE).earned();
        List<Burn> order = List.of(
                new Burn(Pocket.PROMO, Tariff.perSecond(listenerMinute)),
                new Burn(Pocket.PROMO, cash),
                new Burn(Pocket.CASH, cash));
        return new Terms(
                PlanVersion.PAY_PER_MINUTE, ratePerMinute, feeBasisPoints, order, grace, Tariff.free(listenerMinute));
    }
}
