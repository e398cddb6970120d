package dev.earshot.saga.meter;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the running seconds are counted.
 *
 * @param tick how often the seconds of each call are told
 * @param segments into how many parts the calls are divided among nodes and among the moments of a tick; a power of two
 * @param partSize the most draws one event tells
 */
@Validated
@ConfigurationProperties("meter")
record MeterSettings(
        @DefaultValue("1s") Duration tick,
        @DefaultValue("4") @Min(1) int segments,
        @DefaultValue("2000") @Min(1) int partSize) {}
