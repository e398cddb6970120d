package dev.earshot.api.pricing;

import dev.earshot.api.money.Money;
import java.util.List;

/**
 * The plan of tokens: a minute takes as many tokens as the listener's rate is worth, rounded up, and pays the listener in
 * money what the same minute in cash would have left them after the fee. Promotions burn first.
 *
 * @param feeBasisPoints the platform's fee, 0 to 10 000
 * @param grace the courtesy for calls that run out early
 * @param tokenValue what one token stands for, minor units of the rate's currency, at least 1
 */
public record Tokens(int feeBasisPoints, Grace grace, long tokenValue) {
    public Tokens {
        if (tokenValue < 1) {
            throw new IllegalArgumentException("a token is worth at least 1, not " + tokenValue);
        }
    }

    /** The tokens a minute with this listener takes. */
    public long perMinute(Money ratePerMinute) {
        return Proportion.ceiling(ratePerMinute.minor(), tokenValue);
    }

    /** The terms of a call to a listener with this rate. */
    public Terms termsFor(Money ratePerMinute) {
        return new ListenerRate(ratePerMinute, feeBasisPoints)
                .terms(PlanVersion.TOKENS, grace, List.of(burn(ratePerMinute)));
    }

    /** How a call to a listener with this rate burns tokens. */
    public Burn burn(Money ratePerMinute) {
        long payout = new ListenerRate(ratePerMinute, feeBasisPoints).payoutPerMinute();
        return new Burn(Pocket.TOKENS, Tariff.tokensPerMinute(perMinute(ratePerMinute), payout));
    }
}
