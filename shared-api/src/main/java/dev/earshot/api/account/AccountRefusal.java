package dev.earshot.api.account;

import dev.earshot.api.refusal.RefusalCode;

/** Why an account says no. */
public enum AccountRefusal implements RefusalCode {
    ACCOUNT_UNKNOWN(Kind.UNKNOWN),
    TIME_ZONE_UNKNOWN(Kind.UNPROCESSABLE);

    private final Kind kind;

    AccountRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
