package dev.earshot.saga;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How calls that are paid by card are authorized.
 *
 * @param seconds for how long a talk a card is authorized, at the start and each time that runs low
 * @param fallbackSeconds for how long when the funds do not suffice for that
 * @param answer how long a call may wait for the first authorization; then it is refused
 */
@Validated
@ConfigurationProperties("billing.card")
public record CardBillingSettings(
        @DefaultValue("300") @Min(1) long seconds,
        @DefaultValue("120") @Min(1) long fallbackSeconds,
        @NotNull @DefaultValue("60s") Duration answer) {}
