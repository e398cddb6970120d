package dev.earshot.api.pricing;

import dev.earshot.api.money.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * A listener's own rate under the platform's fee, and what every plan makes of it alike: promotions burn first, and a
 * minute that costs no money pays the listener what the same minute in cash would have left them after the fee.
 *
 * @param perMinute what the listener asks for
 * @param feeBasisPoints the platform's fee, 0 to 10 000
 */
record ListenerRate(Money perMinute, int feeBasisPoints) {
    Tariff cash() {
        return Tariff.perMinute(perMinute.minor(), feeBasisPoints);
    }

    /** What a minute leaves the listener, minor units. */
    long payoutPerMinute() {
        return cash().earned(Tariff.MINUTE);
    }

    /** How promotions burn: those of seconds before those of money. */
    List<Burn> promotions() {
        return List.of(new Burn(Pocket.PROMO, Tariff.perSecond(payoutPerMinute())), new Burn(Pocket.PROMO, cash()));
    }

    /** The terms of a plan that burns these after the promotions. */
    Terms terms(PlanVersion plan, Grace grace, List<Burn> afterPromotions) {
        List<Burn> order = new ArrayList<>(promotions());
        order.addAll(afterPromotions);
        return new Terms(plan, perMinute, feeBasisPoints, order, grace, Tariff.free(payoutPerMinute()));
    }
}
