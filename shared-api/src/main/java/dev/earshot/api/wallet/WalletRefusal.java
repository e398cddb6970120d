package dev.earshot.api.wallet;

import dev.earshot.api.refusal.RefusalCode;

/** Why a wallet says no to its sender; what others must react to is an event instead. */
public enum WalletRefusal implements RefusalCode {
    WALLET_UNKNOWN(Kind.UNKNOWN),
    CURRENCY_MISMATCH(Kind.UNPROCESSABLE),
    AMOUNT_OUT_OF_RANGE(Kind.UNPROCESSABLE),
    UNKNOWN_HOLD(Kind.UNKNOWN);

    private final Kind kind;

    WalletRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
