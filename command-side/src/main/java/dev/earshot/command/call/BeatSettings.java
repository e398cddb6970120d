package dev.earshot.command.call;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How both sides of a call are watched.
 *
 * @param beat how often clients beat
 * @param missedBeats how many beats a side may miss before the connection counts as lost
 * @param beatSlack how late a beat may come
 */
@Validated
@ConfigurationProperties("call")
record BeatSettings(
        @DefaultValue("10s") @DurationMin(seconds = 1) Duration beat,
        @DefaultValue("2") @Min(1) int missedBeats,
        @DefaultValue("2s") Duration beatSlack) {
    Duration lease() {
        return beat.multipliedBy(missedBeats).plus(beatSlack);
    }
}
