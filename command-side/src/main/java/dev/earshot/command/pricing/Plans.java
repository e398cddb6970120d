package dev.earshot.command.pricing;

import dev.earshot.api.account.PlanHeld;
import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Burn;
import dev.earshot.api.pricing.Grace;
import dev.earshot.api.pricing.Membership;
import dev.earshot.api.pricing.Moments;
import dev.earshot.api.pricing.PayPerMinute;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.pricing.Terms;
import dev.earshot.api.pricing.Tokens;
import java.util.List;
import org.springframework.stereotype.Component;

/** Chooses the plan of a new call. The one place that does, and the only one that knows the versions of each other. */
@Component
public class Plans {
    private final PayPerMinute payPerMinute;
    private final Tokens tokens;
    private final Moments moments;
    private final Membership membership;

    Plans(PricingSettings settings) {
        int fee = settings.feeBasisPoints();
        Grace grace = new Grace(settings.graceUntilSecond(), settings.gracesPerDay());
        payPerMinute = new PayPerMinute(fee, grace);
        tokens = new Tokens(fee, grace, settings.tokenValue());
        moments = new Moments(fee, grace);
        membership = new Membership(fee, grace);
    }

    /**
     * The terms of a call that is requested now, by an account with this plan, to a listener with this rate. What is left
     * of packs of other versions, and of a membership, burns behind the plan's own means, so that nothing that was bought is ever worthless.
     */
    public Terms termsFor(PlanHeld held, Money ratePerMinute) {
        Terms own = own(held, ratePerMinute);
        List<Burn> kept = held.packs().stream()
                .filter(version -> version != held.version())
                .sorted()
                .map(version -> pack(version, ratePerMinute))
                .toList();
        return kept.isEmpty() ? own : own.then(kept);
    }

    /** The terms of a call that is requested now and paid by card, whatever version the account is on. */
    public Terms byCard(Money ratePerMinute) {
        return payPerMinute.byCard(ratePerMinute);
    }

    private Terms own(PlanHeld held, Money ratePerMinute) {
        return switch (held.version()) {
            case PAY_PER_MINUTE -> payPerMinute.termsFor(ratePerMinute);
            case TOKENS -> tokens.termsFor(ratePerMinute);
            case MOMENTS -> moments.termsFor(ratePerMinute, held.cashOverflow());
            case MEMBERSHIP -> membership.termsFor(ratePerMinute, held.cashOverflow());
        };
    }

    private Burn pack(PlanVersion version, Money ratePerMinute) {
        return switch (version) {
            case TOKENS -> tokens.burn(ratePerMinute);
            case MOMENTS -> moments.burn(ratePerMinute);
            case MEMBERSHIP -> membership.burn(ratePerMinute);
            case PAY_PER_MINUTE -> throw new IllegalArgumentException("there are no packs for " + version);
        };
    }
}
