package dev.earshot.api.card;

/** Why a card was not taken. */
public enum CardDecline {
    /** Not for this amount; a smaller one may be. */
    INSUFFICIENT_FUNDS,
    CARD_DECLINED,
    CARD_EXPIRED,
    /** The bank wants to hear from the cardholder, and did not. */
    AUTHENTICATION_REQUIRED,
    CARD_UNKNOWN,
    /** The provider does not take such a payment at all, for its amount, its currency or its recipient. */
    PAYMENT_REFUSED
}
