package dev.earshot.api.wallet;

/** Why a hold was not placed. */
public enum HoldDecline {
    INSUFFICIENT_FUNDS,
    CURRENCY_MISMATCH
}
