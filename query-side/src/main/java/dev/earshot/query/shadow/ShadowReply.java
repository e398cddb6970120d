package dev.earshot.query.shadow;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.earshot.api.pricing.PlanVersion;
import dev.earshot.api.simulation.Candidate;
import dev.earshot.query.shadow.ShadowRows.Total;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A shadow plan and its figures: calls that were requested since it started and are settled.
 *
 * @param candidate the terms it prices by
 * @param stoppedBy absent while it runs
 * @param totals for each currency: all of it, by version, and by day (UTC) on which calls were requested
 */
@Schema(name = "ShadowPlan")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShadowReply(
        String name,
        boolean running,
        Candidate candidate,
        String startedBy,
        Instant startedAt,
        String stoppedBy,
        Instant stoppedAt,
        List<InCurrency> totals) {
    /** What was counted in one currency, whose minor units the amounts are in. */
    @Schema(name = "ShadowTotals")
    record InCurrency(String currency, int decimals, Sums all, List<OfVersion> versions, List<OfDay> days) {}

    @Schema(name = "ShadowOfVersion")
    record OfVersion(PlanVersion version, Sums sums) {}

    @Schema(name = "ShadowOfDay")
    record OfDay(LocalDate day, Sums sums) {}

    static ShadowReply of(Plan plan, List<Total> totals) {
        Map<String, List<Total>> byCurrency = totals.stream()
                .collect(Collectors.groupingBy(total -> total.key().currency(), TreeMap::new, Collectors.toList()));
        return new ShadowReply(
                plan.candidate().name(),
                plan.runs(),
                plan.candidate(),
                plan.startedBy(),
                plan.startedAt(),
                plan.stoppedBy(),
                plan.stoppedAt(),
                byCurrency.entrySet().stream()
                        .map(entry -> currency(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static InCurrency currency(String code, List<Total> totals) {
        return new InCurrency(
                code,
                Currency.getInstance(code).getDefaultFractionDigits(),
                totals.stream().map(Total::sums).reduce(Sums::plus).orElseThrow(),
                by(totals, total -> total.key().version()).entrySet().stream()
                        .map(entry -> new OfVersion(entry.getKey(), entry.getValue()))
                        .toList(),
                by(totals, total -> total.key().day()).entrySet().stream()
                        .map(entry -> new OfDay(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static <K extends Comparable<? super K>> Map<K, Sums> by(List<Total> totals, Function<Total, K> part) {
        Map<K, Sums> sums = new TreeMap<>();
        totals.forEach(total -> sums.merge(part.apply(total), total.sums(), Sums::plus));
        return sums;
    }
}
