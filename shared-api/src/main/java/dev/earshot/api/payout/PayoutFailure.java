package dev.earshot.api.payout;

/** Why no money arrived, or why it came back. */
public enum PayoutFailure {
    DECLINED,
    ACCOUNT_CLOSED,
    ACCOUNT_UNKNOWN,
    /** Our own balance at the provider did not suffice. */
    PROVIDER_SHORT_OF_FUNDS,
    /** The provider pays nothing to this account for now. */
    PAYOUTS_NOT_ALLOWED,
    /** Less or more than the provider pays out at a time, or in a currency it does not pay out. */
    AMOUNT_REFUSED
}
