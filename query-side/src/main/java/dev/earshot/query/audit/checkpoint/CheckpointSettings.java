package dev.earshot.query.audit.checkpoint;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When a checkpoint is due: whichever of the two comes first, and never while nothing happens.
 *
 * @param events after so many events
 * @param every after so long, if there was an event at all. What happened since the last checkpoint is not proven yet
 * @param retry how long to wait before a checkpoint that could not be kept outside is tried again
 */
@Validated
@ConfigurationProperties("audit.checkpoint")
public record CheckpointSettings(
        @DefaultValue("10000") @Min(1) @Max(100_000) int events,
        @DefaultValue("60s") Duration every,
        @DefaultValue("5s") Duration retry) {}
