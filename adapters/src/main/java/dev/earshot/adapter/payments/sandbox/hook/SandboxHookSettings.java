package dev.earshot.adapter.payments.sandbox.hook;

import dev.earshot.adapter.retry.Backoff;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the sandbox sends its hooks. The percentages and {@code shuffle} are for events that do not ask for a manner of
 * their own.
 *
 * @param enabled whether any are sent; if not, what was told is only found by asking for it
 * @param address where to, as {@code http://host:port}; this very process if empty
 * @param every how often the network looks for what it has to tell
 * @param batch how many it sends side by side
 * @param timeout how long it waits for an answer
 * @param firstWait how long it waits after a delivery that was not taken; twice as long after each further one
 * @param longestWait and no longer than this
 * @param giveUpAfter how long after an event it stops trying
 * @param keep how long it knows its events
 * @param lateBy how late a late one is
 * @param twicePercent how many of a hundred are delivered twice
 * @param lostPercent how many of a hundred are never delivered
 * @param shuffle each is late by a random time up to this, so that they come in any order
 * @param tolerance how far the time in a signature may be from ours
 */
@Validated
@ConfigurationProperties("payments.sandbox.hooks")
record SandboxHookSettings(
        @DefaultValue("true") boolean enabled,
        @NotNull @DefaultValue("") String address,
        @NotNull @DefaultValue("200ms") Duration every,
        @DefaultValue("16") @Min(1) @Max(100) int batch,
        @NotNull @DefaultValue("5s") Duration timeout,
        @NotNull @DefaultValue("1s") Duration firstWait,
        @NotNull @DefaultValue("1m") Duration longestWait,
        @NotNull @DefaultValue("1d") Duration giveUpAfter,
        @NotNull @DefaultValue("30d") Duration keep,
        @NotNull @DefaultValue("5s") Duration lateBy,
        @DefaultValue("0") @Min(0) @Max(100) int twicePercent,
        @DefaultValue("0") @Min(0) @Max(100) int lostPercent,
        @NotNull @DefaultValue("0s") Duration shuffle,
        @NotNull @DefaultValue("5m") Duration tolerance) {
    Backoff backoff() {
        return new Backoff(firstWait, longestWait);
    }
}
