package dev.earshot.query.reconciliation.report;

import dev.earshot.api.id.ReportId;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.report.BalanceReports;
import dev.earshot.platform.watch.InOneLine;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What is to be done about a report after somebody has asked for it. */
@Component
class ReportWork {
    private static final Logger LOG = LoggerFactory.getLogger(ReportWork.class);

    private final ReportRows reports;
    private final Books books;
    private final Intake intake;
    private final Reconciler reconciler;
    private final ReportSettings settings;

    ReportWork(ReportRows reports, Books books, Intake intake, Reconciler reconciler, ReportSettings settings) {
        this.reports = reports;
        this.books = books;
        this.intake = intake;
        this.reconciler = reconciler;
        this.settings = settings;
    }

    /**
     * Pulls it where it is not here yet, and compares it. What fails is noted, and tried again by whoever calls: a comparison
     * for as long as it takes, since only we are in its way, a pull only so often.
     *
     * @param failures how often in a row it has failed before
     */
    void goOn(ReportId id, int failures) {
        Report report = reports.find(id).orElseThrow();
        boolean failed = report.state() == ReportState.FAILED;
        if (failed || report.state() == ReportState.PULLING && !isHere(report, failures + 1)) {
            return;
        }
        try {
            reconciler.compare(reports.find(id).orElseThrow());
        } catch (Refused | RuntimeException failure) {
            throw later(id, failure);
        }
    }

    /** Whether the provider has told it. Fails when it is to be asked again; says no when it was asked often enough. */
    private boolean isHere(Report report, int attempt) {
        try {
            take(report);
            return true;
        } catch (Refused refusal) {
            reports.hasFailed(report.id(), refusal.getMessage()); // Asked again it would be refused again.
        } catch (IOException | RuntimeException failure) {
            if (attempt < settings.pullAttempts()) {
                throw later(report.id(), failure);
            }
            LOG.atError().addKeyValue("report", report.id()).setCause(failure).log("A provider's books are not told");
            reports.hasFailed(report.id(), InOneLine.of(failure));
        }
        return false;
    }

    /** Asks first, and takes what was told when all is told: no transaction waits for a provider. */
    private void take(Report report) throws Refused, IOException {
        BalanceReports theirs = books.of(report.provider());
        try (Answer told = Answer.to(lines -> theirs.pull(report.from(), report.until(), intake.atMost(lines)))) {
            intake.fill(report, told::into);
        }
    }

    private IllegalStateException later(ReportId id, Exception failure) {
        LOG.atWarn().addKeyValue("report", id).setCause(failure).log("A report is compared later");
        reports.isInTrouble(id, InOneLine.of(failure));
        return new IllegalStateException("the report " + id + " is not compared yet", failure);
    }
}
