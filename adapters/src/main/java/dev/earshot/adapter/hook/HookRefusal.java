package dev.earshot.adapter.hook;

import dev.earshot.api.refusal.RefusalCode;

/** Why a hook is turned away. */
public enum HookRefusal implements RefusalCode {
    /** No provider of this name is configured here. */
    HOOK_UNKNOWN(Kind.UNKNOWN),
    /** Not from the provider, tampered with, or too old. Nothing was kept. */
    HOOK_SIGNATURE_INVALID(Kind.INVALID);

    private final Kind kind;

    HookRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
