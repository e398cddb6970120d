package dev.earshot.api.account;

import dev.earshot.api.refusal.RefusalCode;

/** Why an account says no. */
public enum AccountRefusal implements RefusalCode {
    ACCOUNT_UNKNOWN(Kind.UNKNOWN),
    TIME_ZONE_UNKNOWN(Kind.UNPROCESSABLE),
    /** Nothing is done for it any more, and nothing is kept of its person. */
    ACCOUNT_ERASED(Kind.CONFLICT),
    /** A call of theirs, as member or as listener, rings, runs or is not settled. */
    ERASURE_CALL_RUNNING(Kind.CONFLICT),
    ERASURE_RECEIVABLE_OPEN(Kind.CONFLICT),
    /** A payment or a payout is on its way. */
    ERASURE_MONEY_IN_FLIGHT(Kind.CONFLICT),
    /** Something of value is left, and nobody said that it shall be forfeited. */
    ERASURE_BALANCE_OPEN(Kind.CONFLICT);

    private final Kind kind;

    AccountRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
