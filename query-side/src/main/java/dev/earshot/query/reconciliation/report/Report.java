package dev.earshot.query.reconciliation.report;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.ReportId;
import dev.earshot.api.reconciliation.Tally;
import java.time.Instant;

/**
 * A report as it is kept.
 *
 * @param upload its number, by which its lines are found
 * @param comparedAt absent before it was compared, as is the tally
 * @param done how many things have been compared this time
 * @param trouble why it does not get on; empty while it does
 */
record Report(
        ReportId id,
        long upload,
        String provider,
        String format,
        String digest,
        AccountId by,
        Instant from,
        Instant until,
        long lines,
        ReportState state,
        Instant receivedAt,
        Instant comparedAt,
        long done,
        String trouble,
        Tally tally) {}
