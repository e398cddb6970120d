package dev.earshot.saga.earnings;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When what is due is looked for.
 *
 * @param holding how long what is credited stays pending; the earnings themselves decide by the same setting
 * @param lookEvery how often what has become due is looked for
 * @param payEvery how often a listener is paid all that is available without asking; zero for never
 */
@Validated
@ConfigurationProperties("earnings")
record CalendarSettings(
        @NotNull Duration holding,
        @DefaultValue("1m") @DurationMin(millis = 10) Duration lookEvery,
        @NotNull @DefaultValue("7d") Duration payEvery) {}
