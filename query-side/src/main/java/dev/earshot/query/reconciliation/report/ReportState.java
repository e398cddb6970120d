package dev.earshot.query.reconciliation.report;

/** How far a report has come. */
enum ReportState {
    /** The provider is being asked for it. */
    PULLING,
    /** Here, whole, and about to be compared. */
    RECEIVED,
    COMPARED,
    /** Hardly anything of it fits: nothing follows from it. */
    SET_ASIDE,
    /** The provider could not be asked, however often it was tried. */
    FAILED
}
