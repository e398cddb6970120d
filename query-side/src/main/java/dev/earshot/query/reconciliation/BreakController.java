package dev.earshot.query.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.earshot.api.id.BreakId;
import dev.earshot.api.reconciliation.BreakKind;
import dev.earshot.api.reconciliation.Figure;
import dev.earshot.api.reconciliation.Movement;
import dev.earshot.api.reconciliation.ResolveReason;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.web.Download;
import dev.earshot.query.page.Page;
import dev.earshot.query.page.PageRequest;
import dev.earshot.query.person.StaffNotes;
import dev.earshot.query.reconciliation.BreakAges.Age;
import dev.earshot.query.reconciliation.BreakEvidence.Evidence;
import dev.earshot.query.reconciliation.BreakHistory.Step;
import dev.earshot.query.reconciliation.BreakRows.Choice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where the books of others contradict ours. */
@RestController
@PreAuthorize("hasAnyRole('FINANCE', 'SUPERADMIN')")
class BreakController {
    private static final String CSV = "text/csv";

    private final BreakRows breaks;
    private final FoundBreaks found;
    private final BreakAges ages;
    private final BreakEvidence evidence;
    private final BreakHistory history;
    private final StaffNotes notes;
    private final Clock clock;

    BreakController(
            BreakRows breaks,
            FoundBreaks found,
            BreakAges ages,
            BreakEvidence evidence,
            BreakHistory history,
            StaffNotes notes,
            Clock clock) {
        this.breaks = breaks;
        this.found = found;
        this.ages = ages;
        this.evidence = evidence;
        this.history = history;
        this.notes = notes;
        this.clock = clock;
    }

    @GetMapping("/v1/reconciliation/breaks")
    @Operation(
            summary = "List breaks between two books, the latest found first",
            description =
                    "MISSING_HERE, MISSING_THERE, AMOUNT, FEE, CURRENCY and DUPLICATE are about money, MEDIA_SHORT,"
                            + " MEDIA_LONG and MEDIA_MISSING about seconds. minDays leaves out what is open, or was found, for less.")
    Page<BreakReply> breaks(
            @RequestParam Optional<BreakState.State> state,
            @RequestParam Optional<BreakKind> kind,
            @RequestParam Optional<String> provider,
            @RequestParam(defaultValue = "0") int minDays,
            @Valid PageRequest page)
            throws Refused {
        Instant now = clock.instant();
        Page<BreakState> chosen = breaks.page(choice(state, kind, provider, minDays, now), page, page.before());
        Map<String, String> texts = notes.texts(BreakState.notesOf(chosen.items()));
        return chosen.map(one -> BreakReply.of(one, texts, now));
    }

    @GetMapping(value = "/v1/reconciliation/breaks.csv", produces = CSV)
    @Operation(summary = "Download breaks as CSV, the latest found first")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = CSV))
    void export(
            @RequestParam Optional<BreakState.State> state,
            @RequestParam Optional<BreakKind> kind,
            @RequestParam Optional<String> provider,
            @RequestParam(defaultValue = "0") int minDays,
            HttpServletResponse response) {
        Choice choice = choice(state, kind, provider, minDays, clock.instant());
        Download.send(
                response, CSV, "breaks.csv", out -> BreakSheet.write(out, notes, each -> breaks.each(choice, each)));
    }

    @GetMapping("/v1/reconciliation/ages")
    @Operation(
            summary = "Tell how many breaks are open, and how long",
            description = "days is 0, 1, 3, 7 or 30: open for at least so many days, and for less than the next.")
    List<Age> ages() {
        return ages.at(clock.instant());
    }

    @GetMapping("/v1/reconciliation/breaks/{breakId}")
    @Operation(summary = "Tell of one break what both books say, and what became of it")
    Detail one(@PathVariable BreakId breakId) throws Refused {
        BreakState one = found.known(breakId);
        Map<String, String> texts = notes.texts(BreakState.notesOf(List.of(one)));
        return new Detail(
                BreakReply.of(one, texts, clock.instant()), evidence.of(one.finding), history.of(breakId.value()));
    }

    private static Choice choice(
            Optional<BreakState.State> state,
            Optional<BreakKind> kind,
            Optional<String> provider,
            int minDays,
            Instant now) {
        return new Choice(state, kind, provider, now.minus(Duration.ofDays(minDays)));
    }

    /**
     * One break with all that is known of it.
     *
     * @param evidence what both books say of the thing, the oldest first, 200 at most
     */
    @Schema(name = "BreakDetail")
    record Detail(BreakReply found, List<Evidence> evidence, List<Step> history) {}

    /**
     * @param told what they tell; 0 where they tell nothing
     * @param known what our log says; of a fee, the most that was agreed
     * @param source the report that led to it, or {@code round}
     * @param daysOpen whole days that it has been open, or was
     */
    @Schema(name = "Break")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BreakReply(
            String breakId,
            String provider,
            BreakKind kind,
            Movement movement,
            String reference,
            Figure told,
            Figure known,
            Instant at,
            String source,
            BreakState.State state,
            Instant openSince,
            long daysOpen,
            Instant endedAt,
            String resolvedBy,
            ResolveReason reason,
            String note) {
        static BreakReply of(BreakState found, Map<String, String> texts, Instant now) {
            Instant end = found.endedAt == null ? now : found.endedAt;
            return new BreakReply(
                    found.breakId,
                    found.finding.provider(),
                    found.finding.kind(),
                    found.finding.movement(),
                    found.finding.reference(),
                    found.finding.told(),
                    found.finding.known(),
                    found.finding.at(),
                    found.source,
                    found.state,
                    found.openSince,
                    Duration.between(found.openSince, end).toDays(),
                    found.endedAt,
                    found.resolvedBy,
                    found.reason,
                    texts.get(found.note));
        }
    }
}
