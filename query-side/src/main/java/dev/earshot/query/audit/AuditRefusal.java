package dev.earshot.query.audit;

import dev.earshot.api.refusal.RefusalCode;

/** Why the audit says no. */
public enum AuditRefusal implements RefusalCode {
    VERIFICATION_UNKNOWN(Kind.UNKNOWN),
    /** One at a time: each reads the whole log. */
    VERIFICATION_RUNNING(Kind.CONFLICT),
    AUDIT_EVENT_UNKNOWN(Kind.UNKNOWN),
    /** The event is in no checkpoint yet, and will be shortly. */
    AUDIT_PROOF_NOT_YET(Kind.CONFLICT),
    /** The event, or what is chained of it, is not what was signed. */
    AUDIT_PROOF_IMPOSSIBLE(Kind.CONFLICT);

    private final Kind kind;

    AuditRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
