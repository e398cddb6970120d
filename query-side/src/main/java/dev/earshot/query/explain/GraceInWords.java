package dev.earshot.query.explain;

import dev.earshot.api.pricing.Grace;
import dev.earshot.api.pricing.Pocket;
import java.util.List;
import java.util.function.Supplier;

/** Why the courtesy was given to a call, or was not. */
final class GraceInWords {
    private GraceInWords() {}

    static boolean isIn(Detail.Held held) {
        return held.legs().stream().anyMatch(leg -> leg.pocket() == Pocket.GRACE);
    }

    static boolean isIn(Detail.Charged charged) {
        return charged.legs().stream().anyMatch(leg -> leg.pocket() == Pocket.GRACE);
    }

    /** @param used the calls of the member that had used a grace of the day before */
    static String of(Grace grace, Detail.Held held, Supplier<List<String>> used) {
        long funded = held.legs().stream()
                .filter(leg -> leg.pocket() != Pocket.GRACE)
                .mapToLong(Detail.HeldLeg::seconds)
                .sum();
        if (isIn(held)) {
            return "The funds last for %d s; a grace of %d s lets the call reach second %d."
                    .formatted(funded, held.grantedSeconds() - funded, held.grantedSeconds());
        }
        if (grace.untilSecond() == 0 || grace.perDay() == 0) {
            return "No grace: there is none under these terms.";
        }
        if (funded >= grace.untilSecond()) {
            return "No grace: the funds last for %d s, and it ends at second %d."
                    .formatted(funded, grace.untilSecond());
        }
        List<String> others = used.get();
        return others.size() < grace.perDay()
                ? "No grace: no more than %d s were asked for, and they were there.".formatted(funded)
                : "No grace: the %d of the day (UTC) had been used by %s."
                        .formatted(grace.perDay(), String.join(", ", others));
    }

    static String givenBack() {
        return "The call ended before its grace began, so none of the day's is used.";
    }
}
