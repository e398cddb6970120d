package dev.earshot.query.ledger;

import dev.earshot.api.refusal.RefusalCode;

/** Why the ledger says no. */
enum LedgerRefusal implements RefusalCode {
    /** The chart has no such account. */
    LEDGER_ACCOUNT_UNKNOWN(Kind.UNKNOWN),
    /** The fact at this position posted nothing, or is not known yet. */
    LEDGER_ENTRY_UNKNOWN(Kind.UNKNOWN),
    /** A moment is told by its time or by its position. */
    LEDGER_MOMENT_AMBIGUOUS(Kind.INVALID),
    /** Nothing had happened yet. */
    LEDGER_NOT_BEGUN(Kind.UNPROCESSABLE),
    /** The ledger has not come so far. */
    LEDGER_POSITION_AHEAD(Kind.UNPROCESSABLE),
    /** Every member, listener or provider has an account of their own there. */
    LEDGER_OWNER_NEEDED(Kind.INVALID),
    /** There is one such account, and it is nobody's. */
    LEDGER_OWNER_UNEXPECTED(Kind.INVALID),
    /** There are balances of several currencies, which are never added up. */
    LEDGER_CURRENCY_NEEDED(Kind.INVALID),
    /** The period ends before it begins. */
    LEDGER_PERIOD_INVALID(Kind.INVALID),
    LEDGER_FORMAT_UNKNOWN(Kind.INVALID),
    /** Others are exporting; try again later. */
    LEDGER_EXPORTS_BUSY(Kind.CONFLICT);

    private final Kind kind;

    LedgerRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
