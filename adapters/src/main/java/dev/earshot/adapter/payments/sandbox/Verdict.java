package dev.earshot.adapter.payments.sandbox;

/** What the network says about a charge, in the network's words. */
enum Verdict {
    APPROVED,
    INSUFFICIENT_FUNDS,
    DO_NOT_HONOR,
    NO_SUCH_METHOD,
    /** Not decided yet; the network calls back. */
    PENDING,
    /** Nothing was heard: the money may have moved or not, and only asking later tells. */
    NOTHING_HEARD
}
