package dev.earshot.query.projection;

import dev.earshot.api.refusal.RefusalCode;

/** Why a projection says no. */
enum ProjectionRefusal implements RefusalCode {
    PROJECTION_UNKNOWN(Kind.UNKNOWN),
    REBUILD_RUNNING(Kind.CONFLICT);

    private final Kind kind;

    ProjectionRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
