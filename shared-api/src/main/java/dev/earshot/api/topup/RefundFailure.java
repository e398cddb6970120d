package dev.earshot.api.topup;

/** Why money that was to go back did not. */
public enum RefundFailure {
    /** The provider did not take the refund on. */
    REFUSED,
    /** The provider has no such payment, or has given all of it back already. */
    NOTHING_LEFT,
    /** The payer's bank disputes the payment; it cannot be given back beside that. */
    DISPUTED,
    /** The money went out and came back, for instance from a closed account. */
    RETURNED
}
