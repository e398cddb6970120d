package dev.earshot.platform.catalogue;

import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.Cycle;
import dev.earshot.api.pricing.Tier;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A tier of membership as it is offered.
 *
 * @param name what it is called; no two offers share one
 * @param family tiers of one family share one trial of each account; its own name if none is given
 * @param price what one period costs
 * @param dailyMinutes how many minutes of talk it allows on each local day
 * @param overflow whether cash pays for talk beyond that
 * @param trial how long it may be tried for nothing; zero for not at all
 * @param period how long one period lasts, as ISO 8601 has it: {@code P1M}, {@code P30D}
 */
public record Offer(
        String name,
        @DefaultValue("") String family,
        Money price,
        int dailyMinutes,
        boolean overflow,
        @DefaultValue("0s") Duration trial,
        @DefaultValue("P1M") String period) {
    private static final int MINUTES_A_DAY = 24 * 60;

    public Offer {
        boolean dailyLimit = dailyMinutes >= 1 && dailyMinutes <= MINUTES_A_DAY;
        if (name == null
                || name.isBlank()
                || price == null
                || !price.isPositive()
                || !dailyLimit
                || trial.isNegative()) {
            throw new IllegalArgumentException("catalogue.tiers: " + name + " cannot be sold");
        }
    }

    /** The terms that whoever takes the offer now will keep. */
    public Tier tier() {
        return new Tier(
                name,
                family.isEmpty() ? name : family,
                price,
                Duration.ofMinutes(dailyMinutes).toSeconds(),
                overflow,
                trial.toSeconds(),
                Cycle.of(period));
    }
}
