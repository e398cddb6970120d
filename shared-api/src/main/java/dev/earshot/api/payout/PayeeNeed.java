package dev.earshot.api.payout;

/** What is missing before a provider vouches for an account. */
public enum PayeeNeed {
    /** The provider wants to know who the listener is. */
    IDENTITY,
    /** There is no account at a bank yet, or none that works. */
    BANK_ACCOUNT,
    /** The provider wants to know what the listener's business is. */
    BUSINESS,
    /** The listener has not agreed to the provider's terms. */
    TERMS,
    /** Nothing is missing; the provider is looking at what it was given. */
    REVIEW,
    /** The provider has turned the listener down. */
    REJECTED,
    /** The account is not ours to use any more; the listener opens it again. */
    RECONNECTION,
    /** The provider's own pages say it. */
    OTHER
}
