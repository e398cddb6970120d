package dev.earshot.command.price;

import dev.earshot.api.price.Breach;
import dev.earshot.api.price.PriceListRefusal;
import dev.earshot.api.price.Trial;
import dev.earshot.api.refusal.Refused;
import dev.earshot.api.simulation.Variance;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What speaks against a price list, by its last trial in the lab: pure, so that the same facts are always judged alike.
 *
 * @param findings the gravest first, each with its figures; none if nothing speaks against it
 */
record Guardrail(List<Finding> findings) {
    private static final String GROWTH = "the log has grown by %s since it was tried, allowed are %s";

    record Finding(Breach breach, String text) {}

    /** The judgement at this moment, when the log ends there. */
    static Guardrail of(Optional<Trial> last, GuardrailSettings limits, long logPosition, Instant at) {
        if (last.isEmpty()) {
            return new Guardrail(List.of(new Finding(
                    Breach.NEVER_TRIED, "no simulation has tried exactly these prices on everybody's calls")));
        }
        Trial trial = last.get();
        List<Finding> findings = new ArrayList<>();
        if (!trial.valid()) {
            findings.add(new Finding(
                    Breach.TRIAL_INVALID, trial.simulationId() + " did not reproduce what was really charged"));
        }
        stale(trial, limits, logPosition, at).ifPresent(text -> findings.add(new Finding(Breach.TRIAL_STALE, text)));
        if (trial.calls() < limits.leastCalls()) {
            findings.add(new Finding(
                    Breach.TRIAL_TOO_SMALL,
                    "it was tried on " + trial.calls() + " calls, expected are " + limits.leastCalls()));
        }
        Variance found = trial.variance();
        compare(findings, Breach.REVENUE, "revenue changes by", found.revenue(), limits.revenue());
        compare(findings, Breach.FEES, "fee income changes by", found.fees(), limits.fees());
        compare(
                findings,
                Breach.LISTENER_INCOME,
                "listener income changes by",
                found.listenerIncome(),
                limits.listenerIncome());
        compare(findings, Breach.CUT_OFF, "calls that end earlier are", found.cutOff(), limits.cutOff());
        compare(findings, Breach.REFUSED, "calls that never begin are", found.refused(), limits.refused());
        return new Guardrail(findings);
    }

    List<Breach> breaches() {
        return findings.stream().map(Finding::breach).toList();
    }

    void refuseIfBreached() throws Refused {
        if (!findings.isEmpty()) {
            throw codeOf(findings.get(0).breach())
                    .of(
                            "%s; a superadmin may publish it regardless",
                            findings.stream().map(Finding::text).collect(Collectors.joining("; ")));
        }
    }

    private static Optional<String> stale(Trial trial, GuardrailSettings limits, long logPosition, Instant at) {
        Duration age = Duration.between(trial.at(), at);
        if (age.compareTo(limits.maxAge()) > 0) {
            return Optional.of("it was tried " + age.toHours() + " hours ago, allowed are "
                    + limits.maxAge().toHours());
        }
        long growth = Variance.change(trial.logPosition(), logPosition);
        return growth > limits.maxGrowth()
                ? Optional.of(String.format(GROWTH, percent(growth), percent(limits.maxGrowth())))
                : Optional.empty();
    }

    private static void compare(List<Finding> findings, Breach breach, String what, long found, long allowed) {
        if (Math.abs(found) > allowed) {
            findings.add(new Finding(breach, what + " " + percent(found) + ", allowed are " + percent(allowed)));
        }
    }

    private static PriceListRefusal codeOf(Breach gravest) {
        return switch (gravest) {
            case NEVER_TRIED -> PriceListRefusal.SIMULATION_MISSING;
            case TRIAL_INVALID -> PriceListRefusal.SIMULATION_INVALID;
            case TRIAL_STALE -> PriceListRefusal.SIMULATION_STALE;
            case TRIAL_TOO_SMALL -> PriceListRefusal.SIMULATION_TOO_SMALL;
            case REVENUE, FEES, LISTENER_INCOME, CUT_OFF, REFUSED -> PriceListRefusal.VARIANCE_TOO_HIGH;
        };
    }

    private static String percent(long basisPoints) {
        return BigDecimal.valueOf(basisPoints, 2).toPlainString() + " %";
    }
}
