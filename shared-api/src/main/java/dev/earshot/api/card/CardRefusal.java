package dev.earshot.api.card;

import dev.earshot.api.refusal.RefusalCode;

/** Why cards and their payments say no to their sender. */
public enum CardRefusal implements RefusalCode {
    /** A call can be paid by card when one is saved. */
    NO_CARD_SAVED(Kind.UNPROCESSABLE),
    CARD_UNKNOWN(Kind.UNKNOWN),
    CARD_METHOD_UNKNOWN(Kind.UNPROCESSABLE),
    TOO_MANY_CARDS(Kind.CONFLICT),
    /** Not saved yet, or refused by the provider. */
    CARD_NOT_SAVED(Kind.CONFLICT),
    CARD_PAYMENT_UNKNOWN(Kind.UNKNOWN),
    /** What is authorized does not suffice; somebody must look at it. */
    CAPTURE_OUT_OF_RANGE(Kind.UNPROCESSABLE),
    /** Nothing is decided before the provider was asked what has become of the last request. */
    CARD_PAYMENT_UNSETTLED(Kind.CONFLICT),
    /** There is nothing to give back. */
    CARD_PAYMENT_NOT_CAPTURED(Kind.CONFLICT),
    /** The cardholder's bank has the money; it cannot be given back beside that. */
    CARD_PAYMENT_DISPUTED(Kind.CONFLICT),
    /** More than has not gone back yet. */
    CARD_REFUND_EXCEEDS_PAYMENT(Kind.UNPROCESSABLE),
    CARD_REFUND_UNKNOWN(Kind.UNKNOWN),
    /** What is told to have gone back cannot be of this payment; somebody must look at it. */
    CARD_PAYMENT_CURRENCY_MISMATCH(Kind.UNPROCESSABLE);

    private final Kind kind;

    CardRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
