package dev.earshot.query.reconciliation.report;

import dev.earshot.api.money.Money;
import dev.earshot.api.reconciliation.Movement;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the books of others are compared with ours.
 *
 * @param mostLines how many lines a report may have
 * @param mostBreaks how many new breaks a report may lead to; one that would lead to more is set aside as a whole
 * @param every how often what is open is compared again, and calls are compared with what media servers saw
 * @param catchUp how long a comparison waits until our own books are up to date
 * @param pullAttempts how often a provider is asked for its books before that has failed; twelve take more than three hours
 * @param talkTolerance by how much the billed and the measured talk of a call may differ
 * @param talkSettles how long after a call a media server may take to tell of it
 * @param fees by provider, the most that it may keep; of a provider without, only the sums are checked
 */
@Validated
@ConfigurationProperties("reconciliation")
record ReportSettings(
        @DefaultValue("5000000") @Min(1) long mostLines,
        @DefaultValue("1000") @Min(1) @Max(100_000) int mostBreaks,
        @NotNull @DefaultValue("1m") Duration every,
        @NotNull @DefaultValue("30s") Duration catchUp,
        @DefaultValue("12") @Min(1) int pullAttempts,
        @NotNull @DefaultValue("5s") Duration talkTolerance,
        @NotNull @DefaultValue("2m") Duration talkSettles,
        @DefaultValue Map<String, @Valid Fee> fees) {
    /**
     * What was agreed with a provider at most.
     *
     * @param basisPoints of a payment
     * @param fixed of each payment, in minor units
     * @param dispute of each dispute, in minor units
     */
    record Fee(
            @DefaultValue("0") @Min(0) @Max(10_000) int basisPoints,
            @DefaultValue("0") @Min(0) long fixed,
            @DefaultValue("0") @Min(0) long dispute) {
        private static final long WHOLE = 10_000;

        /** The most for so much in so many lines, rounded up. */
        OptionalLong most(Movement movement, Money amount, long lines) {
            return switch (movement) {
                case PAYMENT ->
                    OptionalLong.of(fixed * lines - Math.floorDiv(-Math.max(amount.minor(), 0) * basisPoints, WHOLE));
                case DISPUTE -> OptionalLong.of(dispute * lines);
                default -> OptionalLong.empty();
            };
        }
    }
}
