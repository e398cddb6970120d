package dev.earshot.adapter.payments.sandbox.books;

import dev.earshot.adapter.payments.sandbox.WhenSandbox;
import dev.earshot.api.money.Money;
import dev.earshot.platform.report.ReportLine;
import dev.earshot.platform.web.Download;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The network's dashboard, as far as it hands out reports: so the whole way of a report can be tried without a provider. */
@RestController
@WhenSandbox
class BooksController {
    private static final String CSV = "text/csv";

    private final SandboxBooks books;
    private final Clock clock;

    BooksController(SandboxBooks books, Clock clock) {
        this.books = books;
        this.clock = clock;
    }

    @GetMapping(value = "/v1/reconciliation/sandbox/report", produces = CSV)
    @PreAuthorize("hasAnyRole('FINANCE', 'SUPERADMIN')")
    @Operation(
            summary = "Download the sandbox network's own report",
            description =
                    "All that has moved there in that time, all of it until now when no time is given. Upload it as"
                            + " provider sandbox, format csv; change a line before, and see the break.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = CSV))
    void report(
            @RequestParam Optional<Instant> from, @RequestParam Optional<Instant> until, HttpServletResponse response) {
        Download.send(
                response,
                CSV,
                "sandbox.csv",
                out -> write(out, from.orElse(Instant.EPOCH), until.orElseGet(clock::instant)));
    }

    private void write(Writer to, Instant from, Instant until) throws IOException {
        CSVPrinter csv = CSVFormat.RFC4180.print(to);
        csv.printRecord(SandboxReports.COLUMNS);
        books.each(from, until, line -> print(csv, line));
    }

    private static void print(CSVPrinter csv, ReportLine line) {
        try {
            csv.printRecord(values(line));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static List<String> values(ReportLine line) {
        return List.of(
                line.id(),
                line.at().toString(),
                line.movement().orElseThrow().name(),
                line.reference(),
                line.name(),
                line.amount().currency().getCurrencyCode(),
                major(line.amount()),
                major(line.fee()),
                major(line.net()));
    }

    private static String major(Money money) {
        return BigDecimal.valueOf(money.minor(), money.currency().getDefaultFractionDigits())
                .toPlainString();
    }
}
