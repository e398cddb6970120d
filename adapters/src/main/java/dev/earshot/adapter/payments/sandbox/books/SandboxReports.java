package dev.earshot.adapter.payments.sandbox.books;

import dev.earshot.adapter.report.CsvTable;
import dev.earshot.adapter.report.Row;
import dev.earshot.api.reconciliation.Movement;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.report.BalanceReports;
import dev.earshot.platform.report.ReportLine;
import dev.earshot.platform.report.ReportLines;
import dev.earshot.platform.report.ReportRefusal;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The reports of the sandbox's network: a CSV with amounts in major units, made by {@link BooksController}. */
@Component
class SandboxReports implements BalanceReports {
    static final List<String> COLUMNS =
            List.of("line_id", "created_utc", "movement", "reference", "name", "currency", "amount", "fee", "net");

    private final CsvTable table = new CsvTable(COLUMNS, column -> false);
    private final ObjectProvider<SandboxBooks> books;

    SandboxReports(ObjectProvider<SandboxBooks> books) {
        this.books = books;
    }

    @Override
    public String provider() {
        return "sandbox";
    }

    @Override
    public Set<String> formats() {
        return Set.of("csv");
    }

    @Override
    public List<String> namesBeginWith() {
        return List.of("sbx_", "sbxh_");
    }

    @Override
    public Duration settles() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void read(String format, InputStream report, boolean strict, ReportLines lines) throws Refused, IOException {
        table.read(report, strict, row -> lines.next(line(row)));
    }

    @Override
    public boolean canBePulled() {
        return books.getIfAvailable() != null;
    }

    @Override
    public void pull(Instant from, Instant until, ReportLines lines) throws Refused {
        SandboxBooks kept = books.getObject();
        List<ReportLine> all = new ArrayList<>(); // The network is in this very process, and as small as its tests.
        kept.each(from, until, all::add);
        for (ReportLine line : all) {
            lines.next(line);
        }
    }

    private static ReportLine line(Row row) throws Refused {
        var currency = row.currency("currency");
        return new ReportLine(
                row.required("line_id"),
                movement(row),
                row.required("reference"),
                row.required("name"),
                row.major("amount", currency),
                row.major("fee", currency),
                row.major("net", currency),
                row.time("created_utc", Instant::parse));
    }

    private static Optional<Movement> movement(Row row) throws Refused {
        String word = row.required("movement");
        return Arrays.stream(Movement.values())
                .filter(movement -> movement != Movement.TALK && movement.name().equals(word))
                .findFirst()
                .map(Optional::of)
                .orElseThrow(() -> ReportRefusal.REPORT_MALFORMED.of("there is no movement called %s", word));
    }
}
