package dev.earshot.api.topup;

/** Why no money came. */
public enum TopUpDecline {
    INSUFFICIENT_FUNDS,
    CARD_DECLINED,
    METHOD_UNKNOWN
}
