package dev.earshot.command.earnings;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much may be paid out.
 *
 * @param least in one payout, minor units
 * @param mostADay to one listener in one UTC day, minor units
 */
@Validated
@ConfigurationProperties("payout")
record PayoutSettings(
        @DefaultValue("1000") @Min(1) long least,
        @DefaultValue("1000000") @Min(1) long mostADay) {}
