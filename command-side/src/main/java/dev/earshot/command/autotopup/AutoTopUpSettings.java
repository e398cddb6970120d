package dev.earshot.command.autotopup;

import dev.earshot.api.autotopup.AutoTopUpRefusal;
import dev.earshot.api.money.Money;
import dev.earshot.api.refusal.Refused;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How careful automatic top-ups are.
 *
 * @param leastThreshold the lowest threshold, in minor units
 * @param mostThreshold the highest threshold, in minor units
 * @param coolOff how long nothing is asked for after a payment was declined
 * @param declinesUntilSuspended after how many declined payments in a row it is switched off
 */
@Validated
@ConfigurationProperties("auto-top-up")
record AutoTopUpSettings(
        @DefaultValue("100") @Min(1) long leastThreshold,
        @DefaultValue("1000000") @Min(1) long mostThreshold,
        @NotNull @DefaultValue("1h") Duration coolOff,
        @DefaultValue("3") @Min(1) int declinesUntilSuspended) {
    void refuseUnlessAllowed(Money threshold) throws Refused {
        if (threshold.minor() < leastThreshold || threshold.minor() > mostThreshold) {
            throw AutoTopUpRefusal.AUTO_TOP_UP_THRESHOLD_OUT_OF_RANGE.at(
                    "threshold", "must be %d to %d minor units".formatted(leastThreshold, mostThreshold));
        }
    }
}
