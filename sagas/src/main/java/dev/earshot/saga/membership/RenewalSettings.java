package dev.earshot.saga.membership;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When memberships are renewed.
 *
 * @param lookEvery how often those are looked for whose time has come
 */
@Validated
@ConfigurationProperties("membership")
record RenewalSettings(
        @DefaultValue("15s") @DurationMin(millis = 10) Duration lookEvery) {}
