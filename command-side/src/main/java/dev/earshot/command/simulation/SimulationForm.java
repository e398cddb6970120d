package dev.earshot.command.simulation;

import dev.earshot.api.id.ListenerId;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.simulation.Cohort;
import dev.earshot.api.simulation.SimulationRefusal;
import dev.earshot.api.simulation.Window;
import dev.earshot.command.price.Place;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
        @NotNull @Size(max = 100) List<@Valid @NotNull CandidateForm> candidates,
        @NotNull @Valid Span window,
        @Valid Whose cohort) {
    /** Where the cohort stands in the request. */
    static final Place WHOSE = Place.REQUEST.in("cohort");

    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    /** From this moment until before that one. */
    @Schema(name = "WindowForm")
    record Span(@NotNull Instant from, @NotNull Instant until) {}

    /** Whose calls; what is left out leaves nobody out. */
    @Schema(name = "CohortForm")
    record Whose(
            Set<@NotNull PlanVersion> versions,
            @Size(max = 1000) Set<@NotNull ListenerId> listeners,
            Set<@NotNull String> countries,
            Integer sampleBasisPoints,
            Long seed) {
        private Cohort in(Place place) throws Refused {
            Set<PlanVersion> plans = Objects.requireNonNullElse(versions, Set.of());
            Set<ListenerId> ears = Objects.requireNonNullElse(listeners, Set.of());
            Set<String> homes = Objects.requireNonNullElse(countries, Set.of());
            int sample = Objects.requireNonNullElse(sampleBasisPoints, Cohort.WHOLE);
            long draw = Objects.requireNonNullElse(seed, 0L);
            for (String home : homes) {
                if (!COUNTRIES.contains(home)) {
                    throw SimulationRefusal.COHORT_IMPOSSIBLE.at(
                            place.in("countries").path(),
                            "has " + home + ", which is no country; two capital letters of ISO 3166 are expected");
                }
            }
            return place.in("sampleBasisPoints")
                    .possible(SimulationRefusal.COHORT_IMPOSSIBLE, () -> new Cohort(plans, ears, homes, sample, draw));
        }
    }

    Window windowBefore(Instant now) throws Refused {
        if (!window.from().isBefore(window.until())) {
            throw SimulationRefusal.WINDOW_EMPTY.at("window", "must end after it begins");
        }
        if (window.from().isAfter(now)) {
            throw SimulationRefusal.WINDOW_IN_THE_FUTURE.at("window.from", "must not lie in the future");
        }
        if (window.until().isAfter(now)) {
            throw SimulationRefusal.WINDOW_IN_THE_FUTURE.at("window.until", "must not lie in the future");
        }
        return new Window(window.from(), window.until());
    }

    Cohort whose() throws Refused {
        return cohort == null ? Cohort.everybody() : cohort.in(WHOSE);
    }
}
