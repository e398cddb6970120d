package dev.earshot.adapter.card;

import dev.earshot.adapter.retry.Backoff;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a provider is asked about cards. A question that arises is asked at once if the provider is not asked too much already.
 *
 * @param atOnce how much it is asked side by side
 * @param lookEvery how often we look for questions that are due and were left
 * @param firstWait how long we wait after an answer was lost; twice as long after each further one
 * @param longestWait and no longer than this
 * @param lease how long one question may take; after that whoever asked it is taken for dead
 * @param watchBefore how long before an authorization lapses it is looked for the first time whether it still stands
 * @param watchEvery how long after that it is looked again
 */
@Validated
@ConfigurationProperties("payments.card")
record CardDeskSettings(
        @DefaultValue("32") @Min(1) @Max(200) int atOnce,
        @NotNull @DefaultValue("500ms") Duration lookEvery,
        @NotNull @DefaultValue("1s") Duration firstWait,
        @NotNull @DefaultValue("1m") Duration longestWait,
        @NotNull @DefaultValue("2m") Duration lease,
        @NotNull @DefaultValue("1d") Duration watchBefore,
        @NotNull @DefaultValue("1h") Duration watchEvery) {
    Backoff backoff() {
        return new Backoff(firstWait, longestWait);
    }
}
