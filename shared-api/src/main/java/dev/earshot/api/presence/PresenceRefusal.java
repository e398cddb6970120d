package dev.earshot.api.presence;

import dev.earshot.api.refusal.RefusalCode;

/** Why a listener's presence says no to the listener. */
public enum PresenceRefusal implements RefusalCode {
    PROFILE_REQUIRED(Kind.CONFLICT),
    LISTENER_NOT_LIVE(Kind.CONFLICT);

    private final Kind kind;

    PresenceRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
