package dev.earshot.platform.report;

import dev.earshot.api.refusal.RefusalCode;

/** Why a report is not taken. */
public enum ReportRefusal implements RefusalCode {
    /** Nobody here reads reports of this provider in this format. */
    REPORT_FORMAT_UNKNOWN,
    /** It is not UTF-8; the text names the line and the byte. */
    REPORT_ENCODING_WRONG,
    /** It is not what the format says: no CSV, or a line with more or fewer values than columns. */
    REPORT_MALFORMED,
    REPORT_COLUMN_MISSING,
    REPORT_COLUMN_UNKNOWN,
    REPORT_COLUMN_REPEATED,
    REPORT_VALUE_MISSING,
    /** It is no number, or has more digits than its currency. */
    REPORT_AMOUNT_WRONG,
    /** ISO 4217 does not know it, or not with minor units. */
    REPORT_CURRENCY_WRONG,
    REPORT_TIME_WRONG,
    /** A line is there twice. */
    REPORT_LINE_REPEATED,
    REPORT_TOO_LONG,
    /** Without lines it does not tell what time it is about. */
    REPORT_WINDOW_MISSING,
    REPORT_WINDOW_WRONG,
    /** This provider cannot be asked, or not as things are set up. */
    REPORT_NOT_LISTED;

    @Override
    public Kind kind() {
        return Kind.UNPROCESSABLE;
    }
}
