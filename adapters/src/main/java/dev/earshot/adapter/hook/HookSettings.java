package dev.earshot.adapter.hook;

import dev.earshot.adapter.retry.Backoff;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How hooks are worked off.
 *
 * @param every how often they are looked for
 * @param batch how many are worked on at a time
 * @param attempts how often one is tried before it is given up
 * @param firstWait how long one that failed waits at first; twice as long after each further failure
 * @param longestWait and no longer than this
 * @param unroutedEvery how often those that nobody took are looked for; some are told before what they concern is known
 * @param unroutedTries how often one that nobody takes is tried before it only stays listed; about three days
 * @param unroutedFirstWait how long one that nobody took waits at first; twice as long after each further time
 * @param unroutedLongestWait and no longer than this
 * @param lease how long one may take; after that whoever took it is taken for dead
 * @param pullEvery how often providers are asked for what never arrived
 * @param overlap how long before the last time they answered they are asked from
 * @param keep how long the body of a hook that is done with is kept
 */
@Validated
@ConfigurationProperties("hooks")
record HookSettings(
        @NotNull @DefaultValue("200ms") Duration every,
        @DefaultValue("100") @Min(1) @Max(1000) int batch,
        @DefaultValue("12") @Min(1) @Max(100) int attempts,
        @NotNull @DefaultValue("1s") Duration firstWait,
        @NotNull @DefaultValue("10m") Duration longestWait,
        @NotNull @DefaultValue("5s") Duration unroutedEvery,
        @DefaultValue("30") @Min(1) @Max(1000) int unroutedTries,
        @NotNull @DefaultValue("10s") Duration unroutedFirstWait,
        @NotNull @DefaultValue("4h") Duration unroutedLongestWait,
        @NotNull @DefaultValue("1m") Duration lease,
        @NotNull @DefaultValue("5m") Duration pullEvery,
        @NotNull @DefaultValue("1h") Duration overlap,

        @NotNull @DefaultValue("90d") @DurationMin(days = 30)
        Duration keep) {
    Backoff backoff() {
        return new Backoff(firstWait, longestWait);
    }

    Backoff unroutedBackoff() {
        return new Backoff(unroutedFirstWait, unroutedLongestWait);
    }
}
