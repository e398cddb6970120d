package dev.earshot.query.ledger.chart;

/** Whose sub-accounts an account has. */
public enum Holder {
    /** One for each currency and nothing else. */
    NOBODY,
    /** One for each member, under the id of their account. */
    MEMBER,
    /** One for each listener, under their own id. */
    LISTENER,
    /** One for each payment provider, under its name. */
    PROVIDER
}
