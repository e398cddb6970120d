package dev.earshot.command.purchase;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long purchases wait for their account.
 *
 * @param claimWithin after how long one that nobody claims is listed for refund; one that waits keeps what was set then
 * @param lookEvery how often buyers are looked for, and what has waited too long
 */
@Validated
@ConfigurationProperties("purchases")
record PurchaseSettings(
        @DefaultValue("90d") @DurationMin(seconds = 1) Duration claimWithin,
        @DefaultValue("2s") @DurationMin(millis = 10) Duration lookEvery) {}
