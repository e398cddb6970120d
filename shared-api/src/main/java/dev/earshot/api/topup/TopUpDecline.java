package dev.earshot.api.topup;

/** Why no money came. */
public enum TopUpDecline {
    INSUFFICIENT_FUNDS,
    CARD_DECLINED,
    METHOD_UNKNOWN,
    /** The provider does not take such a payment at all, for its amount or its currency. */
    PAYMENT_REFUSED,
    CARD_EXPIRED,
    /** The card's number, date or check digits are not right. */
    CARD_DETAILS_WRONG,
    /** The provider could not carry it out; the same card may do in a while. */
    PROVIDER_FAILED,
    /** The payer's bank wanted to hear from the payer, and did not, or was not convinced. */
    AUTHENTICATION_REQUIRED
}
