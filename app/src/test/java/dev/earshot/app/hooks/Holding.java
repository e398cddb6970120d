package dev.earshot.app.hooks;

/**
 * What a wallet holds.
 *
 * @param cash minor units, less what is owed: below 0 nothing is there and so much is owed
 * @param moments seconds
 */
record Holding(long cash, long moments, long tokens) {
    static final Holding NOTHING = new Holding(0, 0, 0);

    static Holding cash(long minor) {
        return new Holding(minor, 0, 0);
    }

    Holding plus(Holding more) {
        return new Holding(cash + more.cash, moments + more.moments, tokens + more.tokens);
    }
}
