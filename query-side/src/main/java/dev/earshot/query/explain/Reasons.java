package dev.earshot.query.explain;

import dev.earshot.api.pricing.Burn;
import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.Terms;
import dev.earshot.query.explain.Detail.Allowed;
import dev.earshot.query.explain.Detail.ChargedLeg;
import dev.earshot.query.explain.Detail.End;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Spells the arithmetic out, so that anyone can check it by hand. Reads the lines of one call in order. */
final class Reasons {
    private Instant connectedAt;
    private long allowedSeconds;

    /** Why this line is as it is; empty where the fact speaks for itself. */
    List<String> of(Line line) {
        if (line.step() == Step.CONNECTED) {
            connectedAt = line.at();
        }
        if (line.detail() instanceof Allowed allowed) {
            allowedSeconds = allowed.grantedSeconds();
        }
        if (line.detail() instanceof Detail.Consent consent) {
            return whichPlan(consent.terms());
        }
        if (line.detail() instanceof End end) {
            return List.of(whySoLong(end, line.at()));
        }
        if (line.detail() instanceof Detail.Charged charged) {
            return charged.legs().stream()
                    .flatMap(leg -> whySoMuch(leg).stream())
                    .toList();
        }
        return List.of();
    }

    /** The plan by its name, and its burn order with the price of each step. */
    private static List<String> whichPlan(Terms terms) {
        List<String> reasons = new ArrayList<>();
        reasons.add("The plan is %s; the listener's rate is %d %s a minute."
                .formatted(
                        terms.plan(),
                        terms.ratePerMinute().minor(),
                        terms.ratePerMinute().currency()));
        int step = 1;
        for (Burn burn : terms.burnOrder()) {
            var tariff = burn.tariff();
            reasons.add("Burns %d: %s at %d %s per %d s."
                    .formatted(step++, burn.pocket(), tariff.units(), tariff.unit(), tariff.perSeconds()));
        }
        return reasons;
    }

    private String whySoLong(End end, Instant endedAt) {
        if (connectedAt == null) {
            return "The two were never both connected, so no second counts.";
        }
        long completed = Math.max(0, Duration.between(connectedAt, endedAt).toSeconds());
        return "%d seconds were completed from %s to %s and %d were granted: the lesser counts, %d."
                .formatted(completed, connectedAt, endedAt, allowedSeconds, end.billableSeconds());
    }

    /** The arithmetic of one leg: what it cost, what the platform kept, what the listener got, and why it was free. */
    static List<String> whySoMuch(ChargedLeg leg) {
        List<String> reasons = new ArrayList<>();
        reasons.add("%s, second %d to %d: charged floor(%d × %d / %d) = %d."
                .formatted(
                        leg.pocket(),
                        leg.fromSecond(),
                        leg.fromSecond() + leg.seconds(),
                        leg.units(),
                        leg.seconds(),
                        leg.perSeconds(),
                        leg.charged()));
        if (leg.pocket() == Pocket.GRACE) {
            reasons.add("The funds had run out at second %d; what followed is a courtesy, free for the member."
                    .formatted(leg.fromSecond()));
        }
        reasons.add(split(leg));
        return reasons;
    }

    /** How the listener is paid for one leg. */
    static String split(ChargedLeg leg) {
        if (leg.feeBasisPoints() == null) {
            return "The platform pays the listener floor(%d × %d / 60) = %d."
                    .formatted(leg.payoutPerMinute(), leg.seconds(), leg.earned());
        }
        return "Fee floor(%d × %d / 10000) = %d; the listener earned %d − %d = %d."
                .formatted(leg.charged(), leg.feeBasisPoints(), leg.fee(), leg.charged(), leg.fee(), leg.earned());
    }
}
