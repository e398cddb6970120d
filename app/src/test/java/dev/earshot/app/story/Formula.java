package dev.earshot.app.story;

/** What a call must come to, written down once more and apart from the product: DESIGN's formula at the standard fee. */
final class Formula {
    private static final long FEE_BASIS_POINTS = 1500;

    private Formula() {}

    static long charged(long ratePerMinute, long seconds) {
        return ratePerMinute * seconds / 60;
    }

    static long fee(long charged) {
        return charged * FEE_BASIS_POINTS / 10_000;
    }

    static long earned(long ratePerMinute, long seconds) {
        long charged = charged(ratePerMinute, seconds);
        return charged - fee(charged);
    }
}
