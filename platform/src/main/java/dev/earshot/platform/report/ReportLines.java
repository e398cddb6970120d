package dev.earshot.platform.report;

import dev.earshot.api.refusal.Refused;

/** Takes the lines of a report, one after the other, so that no report need fit into memory. */
@FunctionalInterface
public interface ReportLines {
    /** The next line. Refuses what is one too many. */
    void next(ReportLine line) throws Refused;
}
