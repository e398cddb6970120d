package dev.earshot.platform.catalogue;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.ZoneId;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How memberships go on. What is told to a member is frozen into what was recorded then.
 *
 * @param grace how long a membership whose renewal failed goes on
 * @param retryEvery how often the payment is tried again meanwhile
 * @param zone by whose clocks the days of members begin and end who have chosen no zone
 */
@Validated
@ConfigurationProperties("membership")
public record MembershipSettings(
        @NotNull @DefaultValue("3d") @DurationMin(seconds = 0)
        Duration grace,

        @NotNull @DefaultValue("1d") @DurationMin(millis = 1)
        Duration retryEvery,

        @NotNull @DefaultValue("UTC") ZoneId zone) {}
