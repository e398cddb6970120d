package dev.earshot.api.pricing;

/** Exact integer proportions. */
final class Proportion {
    private Proportion() {}

    /** {@code floor(a × b / c)} for non-negative operands; fails on overflow. */
    static long floor(long a, long b, long c) {
        return Math.multiplyExact(a, b) / c;
    }
}
