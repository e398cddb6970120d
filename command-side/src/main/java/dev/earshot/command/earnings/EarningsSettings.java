package dev.earshot.command.earnings;

import dev.earshot.api.earnings.ActivityTiers;
import dev.earshot.api.earnings.ActivityTiers.Tier;
import dev.earshot.api.money.Money;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How earnings grow and ripen.
 *
 * @param holding how long what is credited stays pending
 * @param activity from how many hours of talk in a week on its earnings are multiplied, and by how many basis points
 * @param mostPenalty the largest penalty, in minor units
 */
@Validated
@ConfigurationProperties("earnings")
record EarningsSettings(
        @NotNull Duration holding,
        @NotNull @DefaultValue List<Tier> activity,
        @DefaultValue("100000") @Min(1) long mostPenalty) {
    ActivityTiers tiers() {
        return new ActivityTiers(activity);
    }

    /** What was credited up to this moment is ripe at that one. */
    Instant ripeUntil(Instant at) {
        return at.minus(holding);
    }

    boolean allowPenalty(Money amount) {
        return amount.minor() >= 1 && amount.minor() <= mostPenalty;
    }
}
