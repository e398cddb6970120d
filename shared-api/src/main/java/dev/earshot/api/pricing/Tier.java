package dev.earshot.api.pricing;

import dev.earshot.api.money.Money;

/**
 * A kind of membership, as it was when it was sold: what it costs and how much talk it allows on each local day.
 *
 * @param name what it is called in the catalogue
 * @param family tiers of one family share one trial
 * @param price what one period costs
 * @param secondsPerDay how much talk it allows a day, at least 1
 * @param overflow whether cash pays for talk beyond that
 * @param trialSeconds how long it may be tried for nothing; 0 for not at all
 * @param cycle how long one period lasts
 */
public record Tier(
        String name,
        String family,
        Money price,
        long secondsPerDay,
        boolean overflow,
        long trialSeconds,
        Cycle cycle) {}
