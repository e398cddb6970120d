package dev.earshot.saga.autotopup;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How automatic top-ups are looked after.
 *
 * @param askAgain how long a payment, or what was put off, may go without a consequence before it is asked for again
 * @param watchAgain how long the wallet may keep silent before it is asked again to speak up when it gets low
 * @param lookEvery how often what is due is looked for
 */
@Validated
@ConfigurationProperties("auto-top-up.promise")
record PromiseSettings(
        @NotNull @DefaultValue("1m") Duration askAgain,
        @NotNull @DefaultValue("1d") Duration watchAgain,
        @DefaultValue("5s") @DurationMin(millis = 10) Duration lookEvery) {}
