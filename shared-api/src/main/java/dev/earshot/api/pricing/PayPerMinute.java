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
        ListenerRate rate = new ListenerRate(ratePerMinute, feeBasisPoints);
        return rate.terms(PlanVersion.PAY_PER_MINUTE, grace, List.of(new Burn(Pocket.CASH, rate.cash())));
    }

    /**
     * The terms of a call to a listener with this rate that is paid by card: the card in the place of the cash. No grace,
     * for a card that is authorized at all is authorized for longer than a grace lasts.
     */
    public Terms byCard(Money ratePerMinute) {
        ListenerRate rate = new ListenerRate(ratePerMinute, feeBasisPoints);
        return rate.terms(PlanVersion.PAY_PER_MINUTE, new Grace(0, 0), List.of(new Burn(Pocket.CARD, rate.cash())));
    }
}
