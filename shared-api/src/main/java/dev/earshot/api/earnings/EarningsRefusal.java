package dev.earshot.api.earnings;

import dev.earshot.api.refusal.RefusalCode;

/** Why earnings say no. */
public enum EarningsRefusal implements RefusalCode {
    PENALTY_UNKNOWN(Kind.UNKNOWN),
    PENALTY_AMOUNT_OUT_OF_RANGE(Kind.UNPROCESSABLE),
    /** Nothing was ever earned in this currency. */
    EARNINGS_CURRENCY_MISMATCH(Kind.UNPROCESSABLE);

    private final Kind kind;

    EarningsRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
