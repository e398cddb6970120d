package dev.earshot.command.price;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a price list comes into force.
 *
 * @param lead how long after its publication at the earliest, so that by then every node knows of it and all of them
 *     change their prices at the same moment
 * @param lookEvery how often a node looks whether the book of price lists has changed; at most half the lead
 */
@Validated
@ConfigurationProperties("price-lists")
record PublishingSettings(
        @DefaultValue("2s") @NotNull Duration lead,

        @DefaultValue("500ms") @NotNull @DurationMin(millis = 10)
        Duration lookEvery) {
    PublishingSettings {
        if (lookEvery.multipliedBy(2).compareTo(lead) > 0) {
            throw new IllegalArgumentException("price-lists.look-every: at most half of price-lists.lead");
        }
    }
}
