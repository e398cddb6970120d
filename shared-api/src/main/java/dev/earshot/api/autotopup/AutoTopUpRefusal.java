package dev.earshot.api.autotopup;

import dev.earshot.api.refusal.RefusalCode;

/** Why an automatic top-up says no. */
public enum AutoTopUpRefusal implements RefusalCode {
    AUTO_TOP_UP_THRESHOLD_OUT_OF_RANGE(Kind.UNPROCESSABLE),
    /** The threshold is in another currency than the amount. */
    AUTO_TOP_UP_CURRENCY_MISMATCH(Kind.UNPROCESSABLE),
    /** A single payment would be more than may be asked for in a day. */
    AUTO_TOP_UP_ABOVE_DAILY_CAP(Kind.UNPROCESSABLE);

    private final Kind kind;

    AutoTopUpRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
