package dev.earshot.query.reconciliation.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.earshot.api.id.ReportId;
import dev.earshot.api.reconciliation.ReconciliationRefusal;
import dev.earshot.api.reconciliation.Tally;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.report.ReportRefusal;
import dev.earshot.platform.web.Caller;
import dev.earshot.platform.web.Intent;
import dev.earshot.query.page.Page;
import dev.earshot.query.page.PageRequest;
import dev.earshot.query.reconciliation.report.Intake.Window;
import dev.earshot.query.reconciliation.report.ReportRows.Source;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes providers' reports, and tells what they came to. */
@RestController
@PreAuthorize("hasAnyRole('FINANCE', 'SUPERADMIN')")
class ReportController {
    private final ReportRows reports;
    private final Arrivals arrivals;

    ReportController(ReportRows reports, Arrivals arrivals) {
        this.reports = reports;
        this.arrivals = arrivals;
    }

    @PostMapping(value = "/v1/reconciliation/reports", consumes = "text/csv")
    @Operation(
            summary = "Upload a provider's report about its books",
            description =
                    "The body is the file, UTF-8. All of it is taken or nothing; what is wrong is told with its line."
                            + " The same file is the same report, however often it is sent. It is compared afterwards:"
                            + " follow the location. Providers and formats: stripe balance-csv (the itemized balance change from"
                            + " activity, with payment_intent_id), razorpay settlements-csv (paise) and settlements-csv-major"
                            + " (rupees), sandbox csv.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string"))))
    ResponseEntity<Reply> upload(
            @Parameter(example = "stripe") @RequestParam String provider,
            @Parameter(example = "balance-csv") @RequestParam String format,
            @RequestParam Optional<Instant> from,
            @RequestParam Optional<Instant> until,
            @Parameter(description = "whether columns that nobody here knows may be left unread")
                    @RequestParam(defaultValue = "false")
                    boolean ignoreUnknownColumns,
            Caller caller,
            HttpServletRequest request)
            throws Refused, IOException {
        ReportId id = arrivals.uploaded(
                new Source(provider, format, "", caller.accountId()),
                new Window(from, until),
                !ignoreUnknownColumns,
                request.getInputStream());
        return accepted(id);
    }

    @PostMapping("/v1/reconciliation/pulls")
    @Operation(
            summary = "Ask a provider for its books",
            description =
                    "Stripe, Razorpay and the sandbox can be asked, each while it is the payment provider. The answer"
                            + " becomes a report like an uploaded one: follow the location.")
    ResponseEntity<Reply> pull(@Valid @RequestBody PullForm form, Caller caller, Intent intent) throws Refused {
        if (form.from().isAfter(form.until())) {
            throw ReportRefusal.REPORT_WINDOW_WRONG.of("%s is after %s", form.from(), form.until());
        }
        ReportId id = new ReportId(ReportId.PREFIX + intent.suffix());
        arrivals.asked(id, new Source(form.provider(), "pulled", "", caller.accountId()), form.from(), form.until());
        return accepted(id);
    }

    @PostMapping("/v1/reconciliation/reports/{reportId}/comparisons")
    @Operation(
            summary = "Compare a report once more",
            description = "What contradicts our log no longer is closed; one that was set aside may fit by now."
                    + " What could not be pulled is pulled once more.")
    ResponseEntity<Reply> compareAgain(@PathVariable ReportId reportId) throws Refused {
        arrivals.again(found(reportId).id());
        return accepted(reportId);
    }

    @GetMapping("/v1/reconciliation/reports")
    @Operation(summary = "List the reports, the latest first")
    Page<ReportReply> reports(@Valid PageRequest page) throws Refused {
        return reports.page(page, page.before()).map(ReportReply::of);
    }

    @GetMapping("/v1/reconciliation/reports/{reportId}")
    @Operation(summary = "Tell how far a report has come, and what it came to")
    ReportReply report(@PathVariable ReportId reportId) throws Refused {
        return ReportReply.of(found(reportId));
    }

    private Report found(ReportId id) throws Refused {
        return reports.find(id).orElseThrow(() -> ReconciliationRefusal.REPORT_UNKNOWN.of("there is no report %s", id));
    }

    private static ResponseEntity<Reply> accepted(ReportId id) {
        return ResponseEntity.accepted()
                .location(URI.create("/v1/reconciliation/reports/" + id))
                .body(new Reply(id));
    }

    @Schema(name = "ReportAccepted", example = """
            {"reportId": "rep_4c1m0dqz8yk2"}""")
    record Reply(ReportId reportId) {}

    /** Which part of its books a provider is asked for. */
    @Schema(name = "PullForm", example = """
            {"provider": "stripe", "from": "2026-03-01T00:00:00Z", "until": "2026-03-02T00:00:00Z"}""")
    record PullForm(
            @NotBlank String provider,
            @NotNull Instant from,
            @NotNull Instant until) {}

    /**
     * @param digest SHA-256 of the file; empty of what was pulled
     * @param done how many things have been compared, while it is being compared
     * @param comparedAt absent before it was compared, as is the tally
     * @param trouble why it does not get on, and is tried again, or has failed; absent while it gets on
     */
    @Schema(name = "Report")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReportReply(
            String reportId,
            String provider,
            String format,
            String digest,
            String broughtBy,
            Instant from,
            Instant until,
            long lines,
            ReportState state,
            long done,
            Instant receivedAt,
            Instant comparedAt,
            String trouble,
            Tally tally) {
        static ReportReply of(Report report) {
            return new ReportReply(
                    report.id().value(),
                    report.provider(),
                    report.format(),
                    report.digest(),
                    report.by().value(),
                    report.from(),
                    report.until(),
                    report.lines(),
                    report.state(),
                    report.done(),
                    report.receivedAt(),
                    report.comparedAt(),
                    report.trouble().isEmpty() ? null : report.trouble(),
                    report.tally());
        }
    }
}
