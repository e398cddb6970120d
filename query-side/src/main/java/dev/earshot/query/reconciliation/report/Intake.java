package dev.earshot.query.reconciliation.report;

import dev.earshot.api.id.ReportId;
import dev.earshot.api.reconciliation.Movement;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.report.ReportLine;
import dev.earshot.platform.report.ReportLines;
import dev.earshot.platform.report.ReportRefusal;
import dev.earshot.query.fold.Columns;
import dev.earshot.query.reconciliation.report.ReportRows.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes the lines of reports: all lines of one in one transaction, or none, and never all of them in memory. */
@Component
class Intake {
    private static final int PORTION = 5_000;

    private final JdbcTemplate jdbc;
    private final ReportRows reports;
    private final TransactionOperations transactions;
    private final ReportSettings settings;
    private final Clock clock;

    Intake(
            JdbcTemplate jdbc,
            ReportRows reports,
            TransactionOperations transactions,
            ReportSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.reports = reports;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** Reads a report, line by line. */
    @FunctionalInterface
    interface Reading {
        void into(ReportLines lines) throws Refused, IOException;
    }

    /** What time a report is about; where nothing is said, from its first line to its last. */
    record Window(Optional<Instant> from, Optional<Instant> until) {}

    /** Takes a report that is new. Nothing changes when it is there already, or is refused. */
    void take(ReportId id, Source source, Window window, Reading reading) throws Refused, IOException {
        inOne(() -> {
            var upload = reports.begin(id, source, ReportState.RECEIVED, Instant.EPOCH, Instant.EPOCH, clock.instant());
            if (upload.isPresent()) {
                load(upload.get(), source.provider(), window, reading);
            }
        });
    }

    /** Takes the lines of a report that was noted before, unless another has taken them meanwhile. */
    void fill(Report report, Reading reading) throws Refused, IOException {
        inOne(() -> {
            if (reports.isAwaited(report.upload())) {
                load(
                        report.upload(),
                        report.provider(),
                        new Window(Optional.of(report.from()), Optional.of(report.until())),
                        reading);
            }
        });
    }

    /** Takes as many lines as a report may have, and refuses the next. */
    ReportLines atMost(ReportLines taker) {
        var left = new AtomicLong(settings.mostLines());
        return line -> {
            if (left.getAndDecrement() <= 0) {
                throw ReportRefusal.REPORT_TOO_LONG.of("at most %d lines are taken at a time", settings.mostLines());
            }
            taker.next(line);
        };
    }

    private void load(long upload, String provider, Window window, Reading reading) throws Refused, IOException {
        var taken = new Taken(upload, provider);
        reading.into(atMost(taken));
        taken.write();
        refuseRepeated(upload);
        Instant from = window.from().orElse(taken.first);
        Instant until = window.until().orElse(taken.last);
        if (from == null || until == null) {
            throw ReportRefusal.REPORT_WINDOW_MISSING.of(
                    "the report has no lines; say from when until when nothing has moved");
        }
        if (from.isAfter(until)) {
            throw ReportRefusal.REPORT_WINDOW_WRONG.of("the report ends at %s, before it begins at %s", until, from);
        }
        reports.received(upload, taken.count, from, until);
    }

    private void refuseRepeated(long upload) throws Refused {
        record Repeated(String line, long first, long second, long all) {}
        var repeated = jdbc.query(
                """
                        SELECT line_id, min(number) AS first, (array_agg(number ORDER BY number))[2] AS second,
                               sum(count(*) - 1) OVER () AS repetitions
                        FROM report_line WHERE upload = ?
                        GROUP BY line_id HAVING count(*) > 1 ORDER BY min(number) LIMIT 1
                        """,
                (row, number) -> new Repeated(
                        row.getString("line_id"),
                        row.getLong("first"),
                        row.getLong("second"),
                        row.getLong("repetitions")),
                upload);
        if (!repeated.isEmpty()) {
            Repeated one = repeated.get(0);
            throw ReportRefusal.REPORT_LINE_REPEATED.of(
                    "entry %d repeats entry %d (%s), and there are %d such repetitions; a report tells each line once",
                    one.second(), one.first(), one.line(), one.all());
        }
    }

    private final class Taken implements ReportLines {
        private final long upload;
        private final String provider;
        private final List<ReportLine> waiting = new ArrayList<>(PORTION);
        private long count;
        private Instant first;
        private Instant last;

        private Taken(long upload, String provider) {
            this.upload = upload;
            this.provider = provider;
        }

        @Override
        public void next(ReportLine line) {
            waiting.add(line);
            first = first == null || line.at().isBefore(first) ? line.at() : first;
            last = last == null || line.at().isAfter(last) ? line.at() : last;
            if (waiting.size() == PORTION) {
                write();
            }
        }

        private void write() {
            Columns.of(waiting)
                    .number(line -> upload)
                    .number(line -> ++count)
                    .text(line -> provider)
                    .text(ReportLine::id)
                    .text(line -> line.movement().map(Movement::name).orElse(""))
                    .text(ReportLine::reference)
                    .text(ReportLine::name)
                    .number(line -> line.amount().minor())
                    .number(line -> line.fee().minor())
                    .number(line -> line.net().minor())
                    .text(line -> line.amount().currency().getCurrencyCode())
                    .instant(ReportLine::at)
                    .into(jdbc, """
                            INSERT INTO report_line (upload, number, provider, line_id, movement, reference, name, amount,
                                                     fee, net, currency, at)
                            SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],
                                                 ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[],
                                                 ?::timestamptz[])
                            """);
            waiting.clear();
        }
    }

    /** Something that may be refused. */
    @FunctionalInterface
    private interface Work {
        void run() throws Refused, IOException;
    }

    /** Whatever goes wrong undoes all of it; a refusal is no fault, and has to be carried out of the transaction. */
    private void inOne(Work work) throws Refused, IOException {
        try {
            transactions.executeWithoutResult(transaction -> {
                try {
                    work.run();
                } catch (Refused refusal) {
                    throw new Undone(refusal);
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
            });
        } catch (Undone undone) {
            throw undone.refusal;
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    private static final class Undone extends RuntimeException {
        private final transient Refused refusal;

        private Undone(Refused refusal) {
            super(null, refusal, false, false);
            this.refusal = refusal;
        }
    }
}
