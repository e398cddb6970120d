package dev.earshot.query.simulation.run;

import dev.earshot.api.simulation.Outcome;
import dev.earshot.api.simulation.SimulationFailure;
import dev.earshot.api.simulation.Variance;
import dev.earshot.query.lab.result.CurrencyOutcome;
import dev.earshot.query.lab.result.Figures;
import dev.earshot.query.lab.result.Result;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** What a result says in few figures: those that the book of price lists judges by. */
final class Verdict {
    private Verdict() {}

    /** Why a result is of no use: it is of no calls, or nothing is left of it where figures would tell of persons. */
    static Optional<SimulationFailure> unfit(Result result) {
        boolean tellsOfMoney = result.outcomes().stream()
                .anyMatch(outcome -> !outcome.currencies().isEmpty());
        if (!tellsOfMoney && !result.leftOut().isEmpty()) {
            return Optional.of(SimulationFailure.COHORT_TOO_SMALL);
        }
        boolean isOfNoCall =
                result.outcomes().stream().allMatch(outcome -> outcome.calls().all() == 0);
        return isOfNoCall ? Optional.of(SimulationFailure.NO_CALLS) : Optional.empty();
    }

    /** How far each candidate leads from what really was; where there are several currencies, in the one it changes most. */
    static List<Outcome> outcomes(Result result) {
        return result.outcomes().stream()
                .map(outcome -> {
                    var calls = outcome.calls();
                    var variance = new Variance(
                            largest(outcome.currencies(), Figures::revenue),
                            largest(outcome.currencies(), Figures::fees),
                            largest(outcome.currencies(), Figures::listenerIncome),
                            Variance.share(calls.cutOff(), calls.all()),
                            Variance.share(calls.refused(), calls.all()));
                    return new Outcome(outcome.candidate(), calls.all(), variance);
                })
                .toList();
    }

    private static long largest(List<CurrencyOutcome> currencies, ToLongFunction<Figures> figure) {
        return currencies.stream()
                .map(CurrencyOutcome::total)
                .map(total ->
                        Variance.change(figure.applyAsLong(total.baseline()), figure.applyAsLong(total.candidate())))
                .reduce(0L, (one, other) -> Math.abs(other) > Math.abs(one) ? other : one);
    }
}
