package dev.earshot.query.simulation.run;

import dev.earshot.api.simulation.SimulationFailure;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the lab works through what it is asked.
 *
 * @param leastMembers of how many members there are calls in a currency at least; the figures of fewer would tell of persons, so
 *     that currency is left out of the result. Of as many listeners at least single ones are told of
 * @param lookEvery how often somebody looks for a simulation that waits
 * @param beat how often whoever works on one says so, tells its progress, and asks whether it is still wanted
 * @param lease how long after the last beat another node begins it anew
 * @param attempts how often it is begun before it is given up
 */
@Validated
@ConfigurationProperties("simulations")
public record RunSettings(
        @DefaultValue("5") @Min(2) long leastMembers,

        @DefaultValue("500ms") @NotNull @DurationMin(millis = 10)
        Duration lookEvery,

        @DefaultValue("300ms") @NotNull @DurationMin(millis = 10)
        Duration beat,

        @DefaultValue("10s") @NotNull Duration lease,
        @DefaultValue("3") @Min(1) int attempts) {
    public RunSettings {
        if (beat.multipliedBy(3).compareTo(lease) > 0) {
            throw new IllegalArgumentException("simulations.beat: at most a third of simulations.lease");
        }
    }

    /** Why there is no answer, for people. */
    public String inWords(SimulationFailure failure) {
        return switch (failure) {
            case NO_CALLS -> "there were no such calls";
            case COHORT_TOO_SMALL ->
                "calls of at least %d members in one currency are needed, for the figures of fewer would tell of persons; widen the cohort or the window"
                        .formatted(leastMembers);
            case BROKEN_OFF -> "it broke off %d times; the lab's own log says why".formatted(attempts);
        };
    }
}
