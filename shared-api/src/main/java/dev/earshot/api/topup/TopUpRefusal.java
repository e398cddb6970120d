package dev.earshot.api.topup;

import dev.earshot.api.refusal.RefusalCode;

/** Why a top-up says no. */
public enum TopUpRefusal implements RefusalCode {
    TOP_UP_UNKNOWN(Kind.UNKNOWN),
    TOP_UP_AMOUNT_OUT_OF_RANGE(Kind.UNPROCESSABLE),
    PAYMENT_METHOD_UNKNOWN(Kind.UNPROCESSABLE),
    PRODUCT_UNKNOWN(Kind.UNPROCESSABLE),
    /** What came is not what was asked for; somebody must look at it. */
    TOP_UP_AMOUNT_MISMATCH(Kind.UNPROCESSABLE),
    /** The money has come; a later "no" of the provider does not undo that. */
    TOP_UP_ALREADY_PAID(Kind.CONFLICT),
    /** There is nothing to give back. */
    TOP_UP_NOT_PAID(Kind.CONFLICT),
    /** The payer's bank has the money; it cannot be given back beside that. */
    TOP_UP_DISPUTED(Kind.CONFLICT),
    /** More than has not gone back yet. */
    REFUND_EXCEEDS_PAYMENT(Kind.UNPROCESSABLE),
    REFUND_UNKNOWN(Kind.UNKNOWN),
    /** It was bought outside, and only there it can be given back; what is told of that is followed here. */
    TOP_UP_OF_STORE(Kind.CONFLICT);

    private final Kind kind;

    TopUpRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
