package dev.earshot.query.lab;

import dev.earshot.query.lab.replay.Leftovers;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the pricing lab works.
 *
 * @param threads how many threads replay, all runs together; 0 for half of the machine's, at least one
 * @param share how much of their time those threads work, percent; they rest the others, so that live calls are served
 * @param listed how many losers, cut off and refused calls and differences are named
 * @param leftovers what becomes of means that a candidate would not burn
 */
@Validated
@ConfigurationProperties("lab")
public record LabSettings(
        @DefaultValue("0") @Min(0) @Max(64) int threads,
        @DefaultValue("50") @Min(1) @Max(100) int share,
        @DefaultValue("20") @Min(1) @Max(1000) int listed,
        @DefaultValue("STAY_WORTH_THEIR_PRICE") Leftovers leftovers) {
    int workers() {
        return threads > 0 ? threads : Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }
}
