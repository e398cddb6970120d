package dev.earshot.api.shadow;

import dev.earshot.api.refusal.RefusalCode;

/** Why the book of shadow plans says no. */
public enum ShadowRefusal implements RefusalCode {
    SHADOW_PLAN_UNKNOWN(Kind.UNKNOWN),
    /** Another candidate runs under this name; stop it first. */
    SHADOW_PLAN_RUNNING(Kind.CONFLICT),
    TOO_MANY_SHADOW_PLANS(Kind.CONFLICT),
    SHADOW_NAME_IMPOSSIBLE(Kind.UNPROCESSABLE);

    private final Kind kind;

    ShadowRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
