package dev.earshot.command.presence;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How presence is watched.
 *
 * @param watchdog how long a live listener may be silent; clients beat every 60 seconds
 */
@Validated
@ConfigurationProperties("presence")
record PresenceSettings(
        @DefaultValue("70s") @DurationMin(seconds = 1) Duration watchdog) {}
