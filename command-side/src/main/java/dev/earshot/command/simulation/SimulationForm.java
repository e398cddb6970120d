package dev.earshot.command.simulation;

import dev.earshot.api.id.ListenerId;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.simulation.Cohort;
import dev.earshot.api.simulation.SimulationRefusal;
import dev.earshot.api.simulation.Window;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What the lab is to find out.
 *
 * @param window whose calls are looked at, by the moment they were requested
 * @param cohort everybody if absent
 */
@Schema(name = "SimulationForm", example = """
        {"candidates": [{"name": "lower fee", "prices": {"feeBasisPoints": 1200}}],
         "window": {"from": "2026-05-01T00:00:00Z", "until": "2026-06-01T00:00:00Z"},
         "cohort": {"versions": ["PAY_PER_MINUTE"], "sampleBasisPoints": 1000, "seed": 7}}""")
record SimulationForm(
        @NotNull List<@Valid @NotNull CandidateForm> candidates,
        @NotNull @Valid Span window,
        @Valid Whose cohort) {
    /** From this moment until before that one. */
    @Schema(name = "WindowForm")
    record Span(@NotNull Instant from, @NotNull Instant until) {}

    /** Whose calls; what is left out leaves nobody out. */
    @Schema(name = "CohortForm")
    record Whose(
            Set<@NotNull PlanVersion> versions,
            Set<@NotNull ListenerId> listeners,
            Set<@NotNull String> countries,
            Integer sampleBasisPoints,
            Long seed) {
        Cohort cohort() {
            return new Cohort(
                    Objects.requireNonNullElse(versions, Set.of()),
                    Objects.requireNonNullElse(listeners, Set.of()),
                    Objects.requireNonNullElse(countries, Set.of()),
                    Objects.requireNonNullElse(sampleBasisPoints, Cohort.WHOLE),
                    Objects.requireNonNullElse(seed, 0L));
        }
    }

    Window windowBefore(Instant now) throws Refused {
        if (!window.from().isBefore(window.until())) {
            throw SimulationRefusal.WINDOW_EMPTY.at("window", "must end after it begins");
        }
        if (window.until().isAfter(now)) {
            throw SimulationRefusal.WINDOW_IN_THE_FUTURE.at("window.until", "must not lie in the future");
        }
        return new Window(window.from(), window.until());
    }

    Cohort whose() throws Refused {
        try {
            return cohort == null ? Cohort.everybody() : cohort.cohort();
        } catch (IllegalArgumentException impossible) {
            throw SimulationRefusal.COHORT_IMPOSSIBLE.at("cohort", impossible.getMessage());
        }
    }
}
