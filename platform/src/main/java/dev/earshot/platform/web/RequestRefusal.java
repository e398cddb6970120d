package dev.earshot.platform.web;

import dev.earshot.api.refusal.RefusalCode;

/** Why a request is refused before anybody looks at what it asks. */
public enum RequestRefusal implements RefusalCode {
    /** A parameter that has no form in which it could mean anything. */
    PARAMETER_INVALID(Kind.INVALID),
    IDEMPOTENCY_KEY_REQUIRED(Kind.INVALID),
    IDEMPOTENCY_KEY_INVALID(Kind.INVALID),
    IDEMPOTENCY_KEY_REUSED(Kind.UNPROCESSABLE),
    IDEMPOTENCY_IN_PROGRESS(Kind.CONFLICT);

    private final Kind kind;

    RequestRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
