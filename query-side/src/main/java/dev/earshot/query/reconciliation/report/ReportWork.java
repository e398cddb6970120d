package dev.earshot.query.reconciliation.report;

import dev.earshot.api.id.ReportId;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.report.BalanceReports;
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

    ReportWork(ReportRows reports, Books books, Intake intake, Reconciler reconciler) {
        this.reports = reports;
        this.books = books;
        this.intake = intake;
        this.reconciler = reconciler;
    }

    /** Pulls it where it is not here yet, and compares it. What fails is noted, and tried again by whoever calls. */
    void goOn(ReportId id) {
        Report report = reports.find(id).orElseThrow();
        try {
            if (report.state() == ReportState.PULLING) {
                pull(report);
                report = reports.find(id).orElseThrow();
            }
            reconciler.compare(report);
        } catch (Refused | IOException | RuntimeException failure) {
            LOG.atWarn().addKeyValue("report", id).setCause(failure).log("A report is compared later");
            reports.isInTrouble(id, String.valueOf(failure.getMessage()));
            throw new IllegalStateException("the report " + id + " is not compared yet", failure);
        }
    }

    private void pull(Report report) throws Refused, IOException {
        BalanceReports theirs = books.of(report.provider());
        intake.fill(report, lines -> theirs.pull(report.from(), report.until(), lines));
    }
}
