package dev.earshot.api.topup;

/** Why we give money back. */
public enum RefundReason {
    REQUESTED_BY_MEMBER,
    /** The same was paid twice. */
    DUPLICATE,
    FRAUDULENT,
    /** What was paid for could not be used. */
    SERVICE_FAILED
}
