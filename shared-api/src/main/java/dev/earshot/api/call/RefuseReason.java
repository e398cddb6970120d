package dev.earshot.api.call;

/** Why a call never rang, as the caller may know it. */
public enum RefuseReason {
    LISTENER_OFFLINE,
    LISTENER_BUSY,
    INSUFFICIENT_FUNDS,
    CURRENCY_MISMATCH,
    /** No more is said. */
    CALL_REFUSED,
    /** The caller owes money from before; a top-up pays it first. */
    RECEIVABLE_OPEN,
    /** The card was not authorized. */
    PAYMENT_DECLINED,
    /** Whether the card can pay was not known in time. */
    PAYMENT_UNANSWERED
}
