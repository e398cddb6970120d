package dev.earshot.query.reconciliation.report;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import dev.earshot.api.id.ReportId;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.report.BalanceReports;
import dev.earshot.platform.report.ReportRefusal;
import dev.earshot.platform.web.Digests;
import dev.earshot.query.reconciliation.report.Intake.Window;
import dev.earshot.query.reconciliation.report.ReportRows.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Reports as they arrive. What was uploaded is known by its content, so the same file is the same report. */
@Component
class Arrivals {

    private final Books books;
    private final Intake intake;
    private final ReportRows reports;
    private final SchedulerClient tasks;
    private final TransactionOperations transactions;
    private final Clock clock;

    Arrivals(
            Books books,
            Intake intake,
            ReportRows reports,
            SchedulerClient tasks,
            TransactionOperations transactions,
            Clock clock) {
        this.books = books;
        this.intake = intake;
        this.reports = reports;
        this.tasks = tasks;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A file that somebody sends. It is kept on disk while it is read: no slow client holds a transaction. */
    ReportId uploaded(Source source, Window window, boolean strict, InputStream body) throws Refused, IOException {
        BalanceReports theirs = books.of(source.provider(), source.format());
        Path file = Files.createTempFile("report-", ".csv");
        try {
            String digest = keep(body, file);
            var known = new Source(source.provider(), source.format(), digest, source.by());
            ReportId id = id(known, window);
            if (reports.find(id).isEmpty()) {
                intake.take(id, known, window, lines -> {
                    try (InputStream report = Files.newInputStream(file)) {
                        theirs.read(source.format(), report, strict, lines);
                    }
                    compare(id);
                });
            } else {
                compare(id);
            }
            return id;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** A provider is to be asked. */
    void asked(ReportId id, Source source, Instant from, Instant until) throws Refused {
        if (!books.of(source.provider()).canBePulled()) {
            throw ReportRefusal.REPORT_NOT_LISTED.of(
                    "%s cannot be asked for its books here: upload a report.", source.provider());
        }
        transactions.executeWithoutResult(transaction -> {
            reports.begin(id, source, ReportState.PULLING, from, until, clock.instant());
            compare(id);
        });
    }

    /** Somebody wants it compared once more, and pulled before if it never came. */
    void again(ReportId id) {
        transactions.executeWithoutResult(transaction -> {
            reports.pullAgain(id);
            compare(id);
        });
    }

    private void compare(ReportId id) {
        tasks.scheduleIfNotExists(ReportTasks.compare(id), clock.instant());
    }

    private static String keep(InputStream body, Path file) throws IOException {
        MessageDigest digest = Digests.sha256();
        try (InputStream digested = new DigestInputStream(body, digest);
                OutputStream kept = Files.newOutputStream(file)) {
            digested.transferTo(kept);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static ReportId id(Source source, Window window) {
        String name = String.join("\n", source.provider(), source.format(), source.digest(), window.toString());
        return new ReportId(ReportId.PREFIX + Digests.name(name));
    }
}
