package dev.earshot.query.lab.result;

import dev.earshot.api.pricing.PlanVersion;
import java.time.LocalDate;
import java.util.List;

/**
 * What a candidate would have come to in one currency.
 *
 * @param currency its code
 * @param total all of it
 * @param members how much more members would have paid, what tokens and minutes had cost among it
 * @param listeners how much more listeners would have earned; of nobody where they are too few
 * @param days by the day (UTC) on which calls were asked for
 * @param versions by the version that calls really were on
 */
public record CurrencyOutcome(
        String currency, Change total, Changes members, Changes listeners, List<Day> days, List<Version> versions) {
    public CurrencyOutcome {
        days = List.copyOf(days);
        versions = List.copyOf(versions);
    }

    public record Day(LocalDate date, Change change) {}

    public record Version(PlanVersion version, Change change) {}
}
