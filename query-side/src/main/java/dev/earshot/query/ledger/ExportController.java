package dev.earshot.query.ledger;

import dev.earshot.api.refusal.Refused;
import dev.earshot.query.ledger.Balances.Known;
import dev.earshot.query.ledger.Export.Choice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ledger's lines in files of any length, in the order of the log. */
@RestController
@RequestMapping("/v1/ledger")
@PreAuthorize("hasAnyRole('FINANCE', 'SUPERADMIN')")
class ExportController {
    private static final String LINES_OF_PERIOD =
            "line.position BETWEEN (SELECT min(first) FROM ledger_block WHERE max_at >= ?)"
                    + " AND (SELECT max(last) FROM ledger_block WHERE min_at < ?) AND line.at >= ? AND line.at < ?";

    private final Ledger ledger;
    private final Export export;

    ExportController(Ledger ledger, Export export) {
        this.ledger = ledger;
        this.export = export;
    }

    /** Every line of every account; entries are never torn apart by a period, for a fact has one time. */
    @Operation(summary = "Export all lines of a period, by the time that facts themselves tell, as CSV or NDJSON")
    @ApiResponse(
            responseCode = "200",
            description = "The header Earshot-Lines tells how many lines come, without the titles of a CSV",
            content = {@Content(mediaType = "text/csv"), @Content(mediaType = "application/x-ndjson")})
    @GetMapping("/export")
    void all(
            @Parameter(example = "2026-11-01T00:00:00Z", description = "The first moment of the period") @RequestParam
                    Optional<Instant> from,
            @Parameter(example = "2026-12-01T00:00:00Z", description = "The first moment after the period")
                    @RequestParam
                    Optional<Instant> until,
            @Parameter(schema = @Schema(allowableValues = {"csv", "ndjson"})) @RequestParam(defaultValue = "csv")
                    String format,
            HttpServletResponse response)
            throws Refused {
        Format asked = Format.called(format);
        if (from.isEmpty() && until.isEmpty()) {
            export.send(new Choice("true"), asked, "ledger", response);
            return;
        }
        Timestamp begin = Timestamp.from(from.orElse(Instant.EPOCH));
        Timestamp end = Timestamp.from(until.orElse(Instant.parse("9999-01-01T00:00:00Z")));
        if (!begin.before(end)) {
            throw LedgerRefusal.LEDGER_PERIOD_INVALID.at("until", "must be after from");
        }
        export.send(new Choice(LINES_OF_PERIOD, begin, end, begin, end), asked, "ledger", response);
    }

    /** The statement of one account from its first line on. */
    @Operation(summary = "Export what was posted to an account, with the running balance, as CSV or NDJSON")
    @ApiResponse(
            responseCode = "200",
            description = "The header Earshot-Lines tells how many lines come, without the titles of a CSV",
            content = {@Content(mediaType = "text/csv"), @Content(mediaType = "application/x-ndjson")})
    @GetMapping("/accounts/{code}/export")
    void statement(
            @Parameter(example = "MEMBER_CASH") @PathVariable String code,
            @RequestParam Optional<String> owner,
            @Parameter(example = "USD") @RequestParam Optional<Currency> currency,
            @Parameter(schema = @Schema(allowableValues = {"csv", "ndjson"})) @RequestParam(defaultValue = "csv")
                    String format,
            HttpServletResponse response)
            throws Refused {
        Format asked = Format.called(format);
        int account = ledger.account(ledger.code(code), owner, currency)
                .map(Known::id)
                .orElse(0);
        export.send(new Choice("line.account = ?", account), asked, "statement", response);
    }
}
