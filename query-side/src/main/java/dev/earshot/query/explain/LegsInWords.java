package dev.earshot.query.explain;

import dev.earshot.api.pricing.Pocket;
import dev.earshot.query.explain.Detail.ChargedLeg;
import dev.earshot.query.explain.Detail.HeldLeg;
import java.util.ArrayList;
import java.util.List;

/** The arithmetic of one leg, each rounding with its numbers. */
final class LegsInWords {
    private LegsInWords() {}

    /** What is set aside for it. */
    static String held(HeldLeg leg) {
        return "%s, second %d to %d: sets aside floor(%d × %d / %d) = %d %s."
                .formatted(
                        leg.pocket(),
                        leg.fromSecond(),
                        leg.fromSecond() + leg.seconds(),
                        leg.units(),
                        leg.seconds(),
                        leg.perSeconds(),
                        leg.held(),
                        leg.unit());
    }

    /** What it cost, what the platform kept, what the listener got, and why it was free. */
    static List<String> charged(ChargedLeg leg) {
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

    /** How the listener is paid for it. */
    static String split(ChargedLeg leg) {
        if (leg.feeBasisPoints() == null) {
            return "The platform pays the listener floor(%d × %d / 60) = %d."
                    .formatted(leg.payoutPerMinute(), leg.seconds(), leg.earned());
        }
        return "Fee floor(%d × %d / 10000) = %d; the listener earned %d − %d = %d."
                .formatted(leg.charged(), leg.feeBasisPoints(), leg.fee(), leg.charged(), leg.fee(), leg.earned());
    }
}
