package dev.earshot.query.reconciliation.report;

import dev.earshot.api.money.Money;
import dev.earshot.api.reconciliation.BreakKind;
import dev.earshot.api.reconciliation.Figure;
import dev.earshot.api.reconciliation.Finding;
import dev.earshot.query.reconciliation.report.Compared.Known;
import dev.earshot.query.reconciliation.report.Compared.Told;
import dev.earshot.query.reconciliation.report.ReportSettings.Fee;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Whether two books say the same of a thing. A thing may move several times, out and back, and our log often knows of the last
 * time before their report does. So they are right with whatever sum our log had reached since what must be told by now.
 */
final class Judgement {
    private final String provider;
    private final Optional<Fee> agreed;

    /** Judges the books of this provider; without an agreement about fees it is only checked that they add up. */
    Judgement(String provider, Optional<Fee> agreed) {
        this.provider = provider;
        this.agreed = agreed;
    }

    /** What contradicts each other; at most one finding about the money and one about the fee. */
    List<Finding> of(Compared thing) {
        List<Finding> findings = new ArrayList<>();
        money(thing).ifPresent(findings::add);
        fee(thing).ifPresent(findings::add);
        return findings;
    }

    private Optional<Finding> money(Compared thing) {
        Told told = thing.told();
        if (hasTwoCurrencies(thing)) {
            return Optional.of(finding(thing, BreakKind.CURRENCY));
        }
        if (mayBeTold(thing.known(), told.amount())) {
            return Optional.empty();
        }
        if (thing.known().isEmpty()) {
            return Optional.of(finding(thing, BreakKind.MISSING_HERE));
        }
        if (told.lines() == 0) {
            return Optional.of(finding(thing, BreakKind.MISSING_THERE));
        }
        return Optional.of(finding(thing, told.mostAlike() > 1 ? BreakKind.DUPLICATE : BreakKind.AMOUNT));
    }

    /** Nothing is fine too where nothing is due: what came and went between two reports, and what they need not know yet. */
    private static boolean mayBeTold(List<Known> known, long amount) {
        long sum = known.stream().filter(Known::due).mapToLong(Known::amount).sum();
        boolean may = sum == amount;
        for (Known late : known) {
            if (!late.due()) {
                sum += late.amount();
                may |= sum == amount;
            }
        }
        return may;
    }

    private static boolean hasTwoCurrencies(Compared thing) {
        return Stream.concat(
                                thing.told().currencies().stream(),
                                thing.known().stream().map(Known::currency))
                        .distinct()
                        .count()
                > 1;
    }

    private Optional<Finding> fee(Compared thing) {
        Told told = thing.told();
        if (told.lines() == 0 || told.currencies().size() > 1) {
            return Optional.empty();
        }
        Currency currency = Currency.getInstance(told.currencies().get(0));
        if (!told.addsUp()) {
            return Optional.of(finding(thing, told.fee(), told.amount() - told.net(), currency));
        }
        OptionalLong most = agreed.map(
                        fee -> fee.most(thing.movement(), new Money(told.amount(), currency), told.lines()))
                .orElse(OptionalLong.empty());
        return most.isPresent() && told.fee() > most.getAsLong()
                ? Optional.of(finding(thing, told.fee(), most.getAsLong(), currency))
                : Optional.empty();
    }

    private Finding finding(Compared thing, long fee, long known, Currency currency) {
        return new Finding(
                provider,
                BreakKind.FEE,
                thing.movement(),
                thing.reference(),
                Figure.of(fee, currency),
                Figure.of(known, currency),
                thing.told().at());
    }

    private Finding finding(Compared thing, BreakKind kind) {
        Told told = thing.told();
        String theirs = told.currencies().stream()
                .findFirst()
                .orElseGet(() -> thing.known().get(0).currency());
        String ours = thing.known().stream().findFirst().map(Known::currency).orElse(theirs);
        long known = thing.known().stream().mapToLong(Known::amount).sum();
        Instant at = told.lines() > 0 ? told.at() : thing.known().get(0).at();
        return new Finding(
                provider,
                kind,
                thing.movement(),
                thing.reference(),
                new Figure(told.amount(), theirs),
                new Figure(known, ours),
                at);
    }
}
