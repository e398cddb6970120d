package dev.earshot.adapter.hook.desk;

import dev.earshot.api.refusal.RefusalCode;

/** Why the desk says no. */
enum DeskRefusal implements RefusalCode {
    PAYMENT_EVENT_UNKNOWN(Kind.UNKNOWN),
    /** It has been processed; doing it again would change nothing. */
    PAYMENT_EVENT_PROCESSED(Kind.CONFLICT),
    /** Its body is no longer kept, and it concerned nobody. */
    PAYMENT_EVENT_BODY_REMOVED(Kind.CONFLICT);

    private final Kind kind;

    DeskRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
