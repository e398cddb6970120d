package dev.earshot.query.reconciliation.report;

import dev.earshot.api.id.BreakId;
import dev.earshot.api.reconciliation.BreakCommand.CloseBreak;
import dev.earshot.api.reconciliation.BreakCommand.FindBreak;
import dev.earshot.api.reconciliation.BreakCount;
import dev.earshot.api.reconciliation.BreakKind;
import dev.earshot.api.reconciliation.Finding;
import dev.earshot.api.reconciliation.ReportCommand.ConcludeReport;
import dev.earshot.api.reconciliation.ReportCommand.ReceiveReport;
import dev.earshot.api.reconciliation.ReportCommand.SetReportAside;
import dev.earshot.api.reconciliation.Tally;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.report.BalanceReports;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/**
 * Compares the books and has told what contradicts each other. Every step may be repeated: a crash anywhere only means that all
 * of it is done once more.
 */
@Component
class Reconciler {
    private final Books books;
    private final ReportRows reports;
    private final OpenBreaks open;
    private final Comparison comparison;
    private final UpToDate ours;
    private final CommandGateway commands;
    private final ReportSettings settings;
    private final Clock clock;

    Reconciler(
            Books books,
            ReportRows reports,
            OpenBreaks open,
            Comparison comparison,
            UpToDate ours,
            CommandGateway commands,
            ReportSettings settings,
            Clock clock) {
        this.books = books;
        this.reports = reports;
        this.open = open;
        this.comparison = comparison;
        this.ours = ours;
        this.commands = commands;
        this.settings = settings;
        this.clock = clock;
    }

    /** Compares a report that is here. */
    void compare(Report report) throws Refused {
        BalanceReports theirs = books.of(report.provider());
        commands.sendAndWait(new ReceiveReport(
                report.id(),
                report.provider(),
                report.format(),
                report.digest(),
                report.from(),
                report.until(),
                report.lines(),
                report.by(),
                report.receivedAt()));
        ours.await();
        Found found = look(theirs, report.upload());
        Tally tally = found.tally(report.lines(), open.beside(report.upload()));
        Instant now = clock.instant();
        if (found.isTooMuch()) {
            commands.sendAndWait(new SetReportAside(report.id(), tally, now));
            reports.concluded(report.upload(), ReportState.SET_ASIDE, tally, now);
            return;
        }
        tell(found, report.id().value());
        commands.sendAndWait(new ConcludeReport(report.id(), tally, now));
        reports.concluded(report.upload(), ReportState.COMPARED, tally, now);
    }

    /** Looks at what is open once more: later facts may have closed it. */
    void lookAgain() {
        for (String provider : open.providers()) {
            books.find(provider).ifPresent(theirs -> {
                ours.await();
                tell(look(theirs, Comparison.NO_UPLOAD), FindBreak.ROUND);
            });
        }
    }

    private Found look(BalanceReports theirs, long upload) {
        var judgement = new Judgement(
                theirs.provider(), Optional.ofNullable(settings.fees().get(theirs.provider())));
        var found = new Found(open.of(theirs.provider()), settings.mostBreaks());
        comparison.each(theirs, upload, thing -> {
            found.add(thing, judgement.of(thing));
            if (upload != Comparison.NO_UPLOAD && found.isRoundNumber()) {
                reports.isAt(upload, found.compared);
            }
        });
        return found;
    }

    private void tell(Found found, String source) {
        Instant now = clock.instant();
        found.findings.forEach((id, finding) -> commands.sendAndWait(new FindBreak(id, finding, source, now)));
        found.closed().forEach(id -> commands.sendAndWait(new CloseBreak(id, source, now)));
    }

    /** What a comparison has found so far. No more is remembered than will be told. */
    private static final class Found {
        private static final long ROUND_NUMBER = 10_000;

        private final Set<BreakId> open;
        private final int most;
        private final Map<BreakId, Finding> findings = new HashMap<>();
        private final Map<BreakKind, Long> counts = new EnumMap<>(BreakKind.class);
        private long fresh;
        private long compared;

        private Found(Set<BreakId> open, int most) {
            this.open = open;
            this.most = most;
        }

        private void add(Compared thing, List<Finding> contradictions) {
            compared++;
            for (Finding finding : contradictions) {
                fresh += open.contains(finding.breakId()) ? 0 : 1;
                if (thing.own()) {
                    counts.merge(finding.kind(), 1L, Long::sum);
                }
                if (!isTooMuch()) {
                    findings.put(finding.breakId(), finding);
                }
            }
        }

        private boolean isTooMuch() {
            return fresh > most;
        }

        private boolean isRoundNumber() {
            return compared % ROUND_NUMBER == 0;
        }

        private Set<BreakId> closed() {
            Set<BreakId> closed = new HashSet<>(open);
            closed.removeAll(findings.keySet());
            return closed;
        }

        private Tally tally(long lines, long beside) {
            List<BreakCount> breaks = Arrays.stream(BreakKind.values())
                    .filter(counts::containsKey)
                    .map(kind -> new BreakCount(kind, counts.get(kind)))
                    .toList();
            return new Tally(lines, beside, compared, breaks);
        }
    }
}
