package dev.earshot.query.listener;

import dev.earshot.api.refusal.RefusalCode;

/** Why a search is refused. */
enum ListenerSearchRefusal implements RefusalCode {
    SORT_UNKNOWN;

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
