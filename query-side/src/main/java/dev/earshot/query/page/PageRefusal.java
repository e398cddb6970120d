package dev.earshot.query.page;

import dev.earshot.api.refusal.RefusalCode;

/** Why a page is refused. */
public enum PageRefusal implements RefusalCode {
    CURSOR_INVALID;

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
