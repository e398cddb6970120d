package dev.earshot.api.topup;

/** Why no money came. */
public enum TopUpDecline {
    INSUFFICIENT_FUNDS,
    CARD_DECLINED,
    METHOD_UNKNOWN,
    /** The provider does not take such a payment at all, for its amount or its currency. */
    PAYMENT_REFUSED
}
