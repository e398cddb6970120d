package dev.earshot.adapter.media.loopback;

import dev.earshot.api.refusal.RefusalCode;

/** Why the loopback gives no ticket or lets nobody in. */
enum TicketRefusal implements RefusalCode {
    /** It still rings: there is a room, but nobody may enter before the call is accepted. */
    CALL_NOT_ACCEPTED(Kind.CONFLICT),
    /** Not a ticket of ours, or tampered with. */
    TICKET_INVALID(Kind.FORBIDDEN),
    TICKET_EXPIRED(Kind.FORBIDDEN);

    private final Kind kind;

    TicketRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
