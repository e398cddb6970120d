package dev.earshot.api.reconciliation;

import dev.earshot.api.refusal.RefusalCode;

/** Why reconciliation says no to whoever asks. */
public enum ReconciliationRefusal implements RefusalCode {
    BREAK_UNKNOWN(Kind.UNKNOWN),
    /** Somebody else has resolved it, or with other words. */
    BREAK_RESOLVED(Kind.CONFLICT),
    /** The books agree by now, so there is nothing to resolve. */
    BREAK_CLOSED(Kind.CONFLICT),
    REPORT_UNKNOWN(Kind.UNKNOWN);

    private final Kind kind;

    ReconciliationRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
