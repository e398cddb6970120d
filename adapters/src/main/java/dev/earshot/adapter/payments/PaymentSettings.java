package dev.earshot.adapter.payments;

import dev.earshot.adapter.retry.Backoff;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How providers are asked.
 *
 * @param provider {@code sandbox}, {@code stripe} or {@code razorpay}
 * @param askEvery how often we look for whom to ask
 * @param atOnce how many questions are asked side by side
 * @param firstWait how long we wait after an answer was lost; twice as long after each further one
 * @param longestWait and no longer than this
 */
@Validated
@ConfigurationProperties("payments")
public record PaymentSettings(
        @NotNull @Pattern(regexp = "sandbox|stripe|razorpay") @DefaultValue("sandbox")
        String provider,

        @NotNull @DefaultValue("500ms") Duration askEvery,
        @DefaultValue("8") @Min(1) @Max(20) int atOnce,
        @NotNull @DefaultValue("2s") Duration firstWait,
        @NotNull @DefaultValue("30m") Duration longestWait) {
    /** The waits between questions. */
    public Backoff backoff() {
        return new Backoff(firstWait, longestWait);
    }
}
