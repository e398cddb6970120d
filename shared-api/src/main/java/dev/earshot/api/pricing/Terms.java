package dev.earshot.api.pricing;

import dev.earshot.api.money.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * What the member consented to, frozen into the call: later price changes never touch it.
 *
 * @param plan the monetization version that set these terms
 * @param ratePerMinute the listener's own rate
 * @param feeBasisPoints the platform's fee on money legs
 * @param burnOrder which pockets burn, in order
 * @param grace the courtesy for calls that run out early
 * @param graceTariff the price of grace seconds
 */
public record Terms(
        PlanVersion plan,
        Money ratePerMinute,
        int feeBasisPoints,
        List<Burn> burnOrder,
        Grace grace,
        Tariff graceTariff) {
    public Terms {
        burnOrder = List.copyOf(burnOrder);
    }

    /** Whether this pocket may pay. */
    public boolean burns(Pocket pocket) {
        for (Burn burn : burnOrder) {
            if (burn.pocket() == pocket) {
                return true;
            }
        }
        return false;
    }

    /** These terms with another burn order. */
    public Terms burning(List<Burn> order) {
        return new Terms(plan, ratePerMinute, feeBasisPoints, order, grace, graceTariff);
    }

    /** These terms and further burns behind their own, for what the member owns besides the plan. */
    public Terms then(List<Burn> more) {
        List<Burn> longer = new ArrayList<>(burnOrder);
        longer.addAll(more);
        return burning(longer);
    }
}
