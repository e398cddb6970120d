package dev.earshot.api.purchase;

import dev.earshot.api.refusal.RefusalCode;

/** Why a purchase says no. */
public enum PurchaseRefusal implements RefusalCode {
    /** Nothing is known of such a purchase, or it is not the asker's. */
    PURCHASE_UNKNOWN(Kind.UNKNOWN),
    /** Somebody else has it. */
    PURCHASE_CLAIMED(Kind.CONFLICT),
    /** Its price was given back. */
    PURCHASE_REFUNDED(Kind.CONFLICT),
    /** Its payer's bank disputes it, or has taken its price; it can be claimed again once that is won. */
    PURCHASE_DISPUTED(Kind.CONFLICT),
    /** A dispute in another currency than was paid; somebody must look at it. */
    PURCHASE_CURRENCY_MISMATCH(Kind.UNPROCESSABLE),
    /** What was paid of the subscription is over; it can be claimed again once the store tells that it was renewed. */
    SUBSCRIPTION_EXPIRED(Kind.CONFLICT);

    private final Kind kind;

    PurchaseRefusal(Kind kind) {
        this.kind = kind;
    }

    /** Whether a claim that was refused so may succeed later. */
    public boolean mayPass() {
        return this == PURCHASE_DISPUTED || this == SUBSCRIPTION_EXPIRED;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
