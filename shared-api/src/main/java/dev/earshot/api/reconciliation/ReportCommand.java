package dev.earshot.api.reconciliation;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.ReportId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked about a report. */
public sealed interface ReportCommand {
    @TargetAggregateIdentifier
    ReportId reportId();

    /** A report is here, whole. Repeating it changes nothing. */
    record ReceiveReport(
            ReportId reportId,
            String provider,
            String format,
            String digest,
            Instant from,
            Instant until,
            long lines,
            AccountId by,
            Instant at)
            implements ReportCommand {}

    /** It was compared. Told again with the same outcome, it changes nothing. */
    record ConcludeReport(ReportId reportId, Tally tally, Instant at) implements ReportCommand {}

    /** So much of it contradicts our log that it is no report about us, or no whole one; nothing follows from it. */
    record SetReportAside(ReportId reportId, Tally tally, Instant at) implements ReportCommand {}
}
