package dev.earshot.api.listener;

import dev.earshot.api.refusal.RefusalCode;

/** Why a listener's profile says no. */
public enum ListenerRefusal implements RefusalCode {
    LISTENER_UNKNOWN(Kind.UNKNOWN),
    RATE_OUT_OF_RANGE(Kind.UNPROCESSABLE);

    private final Kind kind;

    ListenerRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
