package dev.earshot.api.reconciliation;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.ReportId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** What has happened to a report. Its lines stay outside the log. */
public sealed interface ReportEvent {
    ReportId reportId();

    /**
     * A provider's report about its books has come.
     *
     * @param digest SHA-256 of what was sent, in hexadecimal
     * @param from what it is about begins here
     * @param until and ends here
     * @param by who brought it
     */
    @Revision("1")
    record ReportReceived(
            ReportId reportId,
            String provider,
            String format,
            String digest,
            Instant from,
            Instant until,
            long lines,
            AccountId by,
            Instant at)
            implements ReportEvent {}

    @Revision("1")
    record ReportCompared(ReportId reportId, Tally tally, Instant at) implements ReportEvent {}

    /** Nearly nothing of it fits: its breaks are counted, and none of them is one of ours. */
    @Revision("1")
    record ReportSetAside(ReportId reportId, Tally tally, Instant at) implements ReportEvent {}
}
