package dev.earshot.api.pricing;

import dev.earshot.api.money.Money;
import java.util.List;

/**
 * The plan of minutes bought in advance: a second is a second, whatever the listener's rate, and pays the listener in
 * money what the same time in cash would have left them after the fee. Promotions burn first, then the lots, the one that
 * expires first in front, then cash if the member allows it.
 *
 * @param feeBasisPoints the platform's fee, 0 to 10 000
 * @param grace the courtesy for calls that run out early
 */
public record Moments(int feeBasisPoints, Grace grace) {
    /** The terms of a call to a listener with this rate, by a member who lets cash follow or does not. */
    public Terms termsFor(Money ratePerMinute, boolean cashAllowed) {
        ListenerRate rate = new ListenerRate(ratePerMinute, feeBasisPoints);
        Burn lots = burn(ratePerMinute);
        return rate.terms(
                PlanVersion.MOMENTS,
                grace,
                cashAllowed ? List.of(lots, new Burn(Pocket.CASH, rate.cash())) : List.of(lots));
    }

    /** How a call to a listener with this rate burns bought seconds. */
    public Burn burn(Money ratePerMinute) {
        long payout = new ListenerRate(ratePerMinute, feeBasisPoints).payoutPerMinute();
        return new Burn(Pocket.MOMENTS, Tariff.perSecond(payout));
    }
}
