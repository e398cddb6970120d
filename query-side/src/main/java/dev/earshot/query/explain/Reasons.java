package dev.earshot.query.explain;

import dev.earshot.api.pricing.Grace;
import dev.earshot.api.pricing.PriceList;
import dev.earshot.query.explain.Detail.Allowed;
import dev.earshot.query.explain.Detail.ChargedLeg;
import dev.earshot.query.explain.Detail.End;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Spells the arithmetic out, so that anyone can check it by hand. Reads the lines of one call in order. */
final class Reasons {
    private final Function<Line, List<String>> gracesUsed;
    private Instant connectedAt;
    private long allowedSeconds;
    private Optional<PriceList> prices = Optional.empty();
    private Grace grace = new Grace(0, 0);
    private boolean graceIsHeld;
    private List<ChargedLeg> charged = List.of();

    /** @param gracesUsed which calls of the same day had used a grace before this line, asked only where it matters */
    Reasons(Function<Line, List<String>> gracesUsed) {
        this.gracesUsed = gracesUsed;
    }

    /** Why this line is as it is; empty where the fact speaks for itself. */
    List<String> of(Line line) {
        if (line.step() == Step.CONNECTED) {
            connectedAt = line.at();
        }
        if (line.detail() instanceof Allowed allowed) {
            allowedSeconds = allowed.grantedSeconds();
        }
        if (line.detail() instanceof Detail.Prices list) {
            prices = Optional.of(list.prices());
            return List.of(TermsInWords.of(list));
        }
        if (line.detail() instanceof Detail.Consent consent) {
            grace = consent.terms().grace();
            return Stream.concat(
                            TermsInWords.of(consent.terms()).stream(),
                            prices.flatMap(list -> TermsInWords.tokens(consent.terms(), list)).stream())
                    .toList();
        }
        if (line.detail() instanceof Detail.Held held) {
            return ofHold(line, held);
        }
        if (line.detail() instanceof End end) {
            return List.of(whySoLong(end, line.at()));
        }
        if (line.detail() instanceof Detail.Charged taken) {
            return ofCharge(taken);
        }
        if (line.detail() instanceof Detail.Credit credit) {
            return ofCredit(line.step(), credit);
        }
        return line.detail() instanceof Detail.CardCharge card ? List.of(whoGotIt(card)) : List.of();
    }

    private List<String> ofHold(Line line, Detail.Held held) {
        List<String> reasons = new ArrayList<>();
        if (line.step() == Step.RELEASED) {
            if (graceIsHeld) {
                reasons.add(GraceInWords.givenBack());
            }
            return reasons;
        }
        held.legs().stream().map(LegsInWords::held).forEach(reasons::add);
        if (line.step() == Step.HELD) {
            graceIsHeld = GraceInWords.isIn(held);
            reasons.add(GraceInWords.of(grace, held, () -> gracesUsed.apply(line)));
        }
        return reasons;
    }

    private List<String> ofCharge(Detail.Charged taken) {
        charged = taken.legs();
        List<String> reasons = new ArrayList<>();
        charged.forEach(leg -> reasons.addAll(LegsInWords.charged(leg)));
        if (graceIsHeld && !GraceInWords.isIn(taken)) {
            reasons.add(GraceInWords.givenBack());
        }
        return reasons;
    }

    /** The rounded parts and their sum; nothing is rounded a second time. */
    private List<String> ofCredit(Step step, Detail.Credit credit) {
        if (step != Step.CREDITED || charged.isEmpty()) {
            return List.of();
        }
        String parts = charged.stream().map(leg -> String.valueOf(leg.earned())).collect(Collectors.joining(" + "));
        return List.of(
                "The legs earned %s = %d.".formatted(parts, credit.amount().minor()));
    }

    private String whySoLong(End end, Instant endedAt) {
        if (connectedAt == null) {
            return "The two were never both connected, so no second counts.";
        }
        long completed = Math.max(0, Duration.between(connectedAt, endedAt).toSeconds());
        return "%d seconds were completed from %s to %s and %d were granted: the lesser counts, %d."
                .formatted(completed, connectedAt, endedAt, allowedSeconds, end.billableSeconds());
    }

    private static String whoGotIt(Detail.CardCharge card) {
        long listeners = card.amount().minus(card.fee()).minor();
        return "Authorization %d: of %d the platform keeps %d; %d − %d = %d went to the listener's account."
                .formatted(
                        card.authorization(),
                        card.amount().minor(),
                        card.fee().minor(),
                        card.amount().minor(),
                        card.fee().minor(),
                        listeners);
    }
}
