package dev.earshot.api.membership;

import dev.earshot.api.refusal.RefusalCode;

/** Why a membership says no. */
public enum MembershipRefusal implements RefusalCode {
    /** There is none that could be cancelled, resumed or changed. */
    MEMBERSHIP_UNKNOWN(Kind.UNKNOWN),
    TIER_UNKNOWN(Kind.UNPROCESSABLE),
    /** There is one already; its tier is changed instead. */
    MEMBERSHIP_STANDS(Kind.CONFLICT),
    /** A store renews and charges it, and only there it can be cancelled or changed. */
    MEMBERSHIP_OF_STORE(Kind.CONFLICT),
    /** It is past its end, and only a new one can be started. */
    MEMBERSHIP_OVER(Kind.CONFLICT),
    /** What was paid for it has gone back, or is disputed; until that is settled it can only be cancelled. */
    MEMBERSHIP_SUSPENDED(Kind.CONFLICT);

    private final Kind kind;

    MembershipRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
