package dev.earshot.command.pricing;

import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Grace;
import dev.earshot.api.pricing.PayPerMinute;
import dev.earshot.api.pricing.Terms;
import org.springframework.stereotype.Component;

/** Chooses the plan of a new call. The one place that does. */
@Component
public class Plans {
    private final PayPerMinute payPerMinute;

    Plans(PricingSettings settings) {
        payPerMinute = new PayPerMinute(
                settings.feeBasisPoints(), new Grace(settings.graceUntilSecond(), settings.gracesPerDay()));
    }

    /** The terms of a call that is requested now, to a listener with this rate. */
    public Terms termsFor(Money ratePerMinute) {
        return payPerMinute.termsFor(ratePerMinute);
    }
}
