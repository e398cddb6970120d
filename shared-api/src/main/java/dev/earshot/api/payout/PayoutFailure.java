package dev.earshot.api.payout;

/** Why no money arrived, or why it came back. */
public enum PayoutFailure {
    DECLINED,
    ACCOUNT_CLOSED,
    ACCOUNT_UNKNOWN
}
