package dev.earshot.adapter.payout;

import dev.earshot.adapter.retry.Backoff;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How providers are asked to pay out.
 *
 * @param askEvery how often we look for whom to ask
 * @param atOnce how many questions are asked side by side
 * @param firstWait how long we wait after an answer was lost; twice as long after each further one
 * @param longestWait and no longer than this
 * @param lookAgain how often an account is looked at that the provider vouches for, and at most how seldom any other
 */
@Validated
@ConfigurationProperties("payments.payout")
record PayoutCarrierSettings(
        @NotNull @DefaultValue("500ms") Duration askEvery,
        @DefaultValue("4") @Min(1) @Max(20) int atOnce,
        @NotNull @DefaultValue("2s") Duration firstWait,
        @NotNull @DefaultValue("30m") Duration longestWait,
        @NotNull @DefaultValue("1d") Duration lookAgain) {
    Backoff ofPayouts() {
        return new Backoff(firstWait, longestWait);
    }

    Backoff ofPayees() {
        return new Backoff(firstWait, lookAgain.compareTo(firstWait) < 0 ? firstWait : lookAgain);
    }
}
