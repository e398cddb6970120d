package dev.earshot.command.pricing;

import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.PlanHeld;
import dev.earshot.api.pricing.PriceList;
import dev.earshot.api.pricing.Terms;
import org.springframework.stereotype.Component;

/** The price list in force, which sets the terms of what begins now. */
@Component
public class Plans {
    private final PriceList inForce;

    Plans(PricingSettings settings) {
        inForce = settings.priceList();
    }

    /** The terms of a call that is requested now, by an account with this plan, to a listener with this rate. */
    public Terms termsFor(PlanHeld held, Money ratePerMinute) {
        return inForce.termsFor(held, ratePerMinute);
    }

    /** The terms of a call that is requested now and paid by card, whatever version the account is on. */
    public Terms byCard(Money ratePerMinute) {
        return inForce.byCard(ratePerMinute);
    }
}
