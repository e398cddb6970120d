package dev.earshot.api.purchase;

import dev.earshot.api.refusal.RefusalCode;

/** Why a purchase says no. */
public enum PurchaseRefusal implements RefusalCode {
    /** Nothing is known of such a purchase, or it is not the asker's. */
    PURCHASE_UNKNOWN(Kind.UNKNOWN),
    /** Somebody else has it. */
    PURCHASE_CLAIMED(Kind.CONFLICT),
    /** Its price was given back. */
    PURCHASE_REFUNDED(Kind.CONFLICT);

    private final Kind kind;

    PurchaseRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
