package dev.earshot.api.pricing;

/** What a pocket counts in. */
public enum Unit {
    /** Minor units of the wallet's currency. */
    MONEY,
    /** Seconds of talk. */
    SECONDS,
    /** Tokens. */
    TOKENS
}
