package dev.earshot.saga;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a call's hold is asked for.
 *
 * @param wantedSeconds seconds asked for at once, at the start and each time the grant runs low
 * @param atLeastSeconds seconds without which a call is not admitted
 * @param lowAtSeconds remaining seconds at which more are asked for
 * @param askAgain how long an answer may take before the question is repeated
 * @param lookEvery how often calls are looked for whose promise has fallen due; its default stands in application.yml, where
 *     the schedule reads it too
 */
@Validated
@ConfigurationProperties("billing")
public record BillingSettings(
        @DefaultValue("300") @Min(1) long wantedSeconds,
        @DefaultValue("60") @Min(1) long atLeastSeconds,
        @DefaultValue("75") @Min(0) long lowAtSeconds,
        @DefaultValue("10s") Duration askAgain,
        @NotNull @DurationMin(millis = 10) Duration lookEvery) {}
