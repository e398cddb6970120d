package dev.earshot.api.simulation;

/**
 * How far other terms would have led from what really was, in basis points, rounded towards zero: 500 are 5 %.
 *
 * @param revenue by how much the members would have paid more, negative for less
 * @param fees by how much the platform would have kept more
 * @param listenerIncome by how much the listeners would have earned more
 * @param cutOff the share of the calls that would have ended earlier
 * @param refused the share of the calls that would never have begun
 */
public record Variance(long revenue, long fees, long listenerIncome, long cutOff, long refused) {
    /** How far {@code after} is from {@code before}; all of it, 10 000, where there was nothing before. */
    public static long change(long before, long after) {
        if (before == 0) {
            return Long.signum(after) * (long) Candidate.SAME;
        }
        return Math.multiplyExact(Math.subtractExact(after, before), (long) Candidate.SAME) / Math.abs(before);
    }

    /** Which part of {@code all} that is; nothing of nothing is 0. */
    public static long share(long part, long all) {
        return all == 0 ? 0 : Math.multiplyExact(part, (long) Candidate.SAME) / all;
    }
}
