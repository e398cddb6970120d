package dev.earshot.api.pricing;

import dev.earshot.api.money.Money;
import java.util.List;

/**
 * The plan of a daily allowance: a second is a second, whatever the listener's rate, and pays the listener in money what
 * the same time in cash would have left them after the fee. Promotions burn first, then the allowance of the day, then
 * cash if the tier allows it. Who has no membership now pays cash by the listener's own rate.
 *
 * @param feeBasisPoints the platform's fee, 0 to 10 000
 * @param grace the courtesy for calls that run out early
 */
public record Membership(int feeBasisPoints, Grace grace) {
    /** The terms of a call to a listener with this rate, by a member whose tier lets cash follow or does not. */
    public Terms termsFor(Money ratePerMinute, boolean cashAllowed) {
        ListenerRate rate = new ListenerRate(ratePerMinute, feeBasisPoints);
        Burn allowance = burn(ratePerMinute);
        return rate.terms(
                PlanVersion.MEMBERSHIP,
                grace,
                cashAllowed ? List.of(allowance, new Burn(Pocket.CASH, rate.cash())) : List.of(allowance));
    }

    /** How a call to a listener with this rate burns the day's allowance. */
    public Burn burn(Money ratePerMinute) {
        long payout = new ListenerRate(ratePerMinute, feeBasisPoints).payoutPerMinute();
        return new Burn(Pocket.ALLOWANCE, Tariff.perSecond(payout));
    }
}
