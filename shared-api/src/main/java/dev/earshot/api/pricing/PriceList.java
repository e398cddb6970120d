package dev.earshot.api.pricing;

import dev.earshot.api.money.Money;
import java.util.List;
import java.util.Optional;

/**
 * The platform's prices: what every version makes a call cost, given a listener's rate. The one place that chooses the
 * plan of a call, and the only one that knows the versions of each other.
 *
 * @param feeBasisPoints the platform's part of what a member pays, 0 to 10 000
 * @param grace the courtesy for calls that run out early
 * @param tokenValue what one token stands for, minor units of the rate's currency, at least 1
 */
public record PriceList(int feeBasisPoints, Grace grace, long tokenValue) {
    /** The highest fee there is: all of it. */
    public static final int WHOLE = 10_000;

    public PriceList {
        if (feeBasisPoints < 0 || feeBasisPoints > WHOLE) {
            throw new IllegalArgumentException("a fee is 0 to 10000 basis points, not " + feeBasisPoints);
        }
        if (tokenValue < 1) {
            throw new IllegalArgumentException("a token is worth at least 1, not " + tokenValue);
        }
    }

    /**
     * The terms of a call by an account with this plan, to a listener with this rate. What is left of packs of other
     * versions, and of a membership, burns behind the plan's own means, so that nothing that was bought is ever worthless.
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

    /** The terms of a call that is paid by card, whatever version the account is on. */
    public Terms byCard(Money ratePerMinute) {
        return payPerMinute().byCard(ratePerMinute);
    }

    /** How this pocket burns by this list in a call to a listener with this rate, whatever the plan. */
    public List<Burn> burns(Pocket pocket, Money ratePerMinute) {
        ListenerRate rate = new ListenerRate(ratePerMinute, feeBasisPoints);
        return switch (pocket) {
            case CASH, CARD -> List.of(new Burn(pocket, rate.cash()));
            case PROMO -> rate.promotions();
            case TOKENS, MOMENTS, ALLOWANCE -> List.of(pack(packsIn(pocket).orElseThrow(), ratePerMinute));
            case GRACE -> throw new IllegalArgumentException("grace is never chosen");
        };
    }

    /** The version whose packs, or whose days, are in this pocket. */
    static Optional<PlanVersion> packsIn(Pocket pocket) {
        return switch (pocket) {
            case TOKENS -> Optional.of(PlanVersion.TOKENS);
            case MOMENTS -> Optional.of(PlanVersion.MOMENTS);
            case ALLOWANCE -> Optional.of(PlanVersion.MEMBERSHIP);
            case CASH, PROMO, GRACE, CARD -> Optional.empty();
        };
    }

    private Terms own(PlanHeld held, Money ratePerMinute) {
        return switch (held.version()) {
            case PAY_PER_MINUTE -> payPerMinute().termsFor(ratePerMinute);
            case TOKENS -> new Tokens(feeBasisPoints, grace, tokenValue).termsFor(ratePerMinute);
            case MOMENTS -> new Moments(feeBasisPoints, grace).termsFor(ratePerMinute, held.cashOverflow());
            case MEMBERSHIP -> new Membership(feeBasisPoints, grace).termsFor(ratePerMinute, held.cashOverflow());
        };
    }

    private Burn pack(PlanVersion version, Money ratePerMinute) {
        return switch (version) {
            case TOKENS -> new Tokens(feeBasisPoints, grace, tokenValue).burn(ratePerMinute);
            case MOMENTS -> new Moments(feeBasisPoints, grace).burn(ratePerMinute);
            case MEMBERSHIP -> new Membership(feeBasisPoints, grace).burn(ratePerMinute);
            case PAY_PER_MINUTE -> throw new IllegalArgumentException("there are no packs for " + version);
        };
    }

    private PayPerMinute payPerMinute() {
        return new PayPerMinute(feeBasisPoints, grace);
    }
}
