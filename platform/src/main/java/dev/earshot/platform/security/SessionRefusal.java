package dev.earshot.platform.security;

import dev.earshot.api.refusal.RefusalCode;

/** Why nobody is signed in. */
public enum SessionRefusal implements RefusalCode {
    PROVIDER_UNAVAILABLE(Kind.UNPROCESSABLE),
    ID_TOKEN_INVALID(Kind.UNAUTHENTICATED),
    REFRESH_TOKEN_INVALID(Kind.UNAUTHENTICATED),
    REFRESH_TOKEN_REUSED(Kind.UNAUTHENTICATED);

    private final Kind kind;

    SessionRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
