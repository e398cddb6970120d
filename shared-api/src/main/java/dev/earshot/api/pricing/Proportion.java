package dev.earshot.api.pricing;

/** Exact integer proportions. */
final class Proportion {
    private Proportion() {}

    /** {@code ceil(a / b)} for non-negative {@code a} and positive {@code b}. */
    static long ceiling(long a, long b) {
        return a / b + (a % b == 0 ? 0 : 1);
    }

    /** {@code floor(a × b / c)} for non-negative operands; fails on overflow. */
    static long floor(long a, long b, long c) {
        return Math.multiplyExact(a, b) / c;
    }
}
