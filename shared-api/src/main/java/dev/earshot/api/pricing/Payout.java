package dev.earshot.api.pricing;

/**
 * How a leg pays the listener.
 *
 * @param kind a share of what the leg costs, or an amount a minute
 * @param amount for {@code SHARE} the platform's fee in basis points (0 to 10 000), for {@code FLAT} minor units a minute
 */
public record Payout(Kind kind, long amount) {
    /** The two ways to pay a listener. */
    public enum Kind {
        SHARE,
        FLAT
    }

    static final long BASIS = 10_000;

    public Payout {
        if (amount < 0 || kind == Kind.SHARE && amount > BASIS) {
            throw new IllegalArgumentException("payout out of range: " + kind + " " + amount);
        }
    }

    /** What remains of the cost when the platform has taken this fee. */
    public static Payout shareAfterFee(long feeBasisPoints) {
        return new Payout(Kind.SHARE, feeBasisPoints);
    }

    /** A fixed amount a minute, for legs that do not cost money. */
    public static Payout flat(long minorPerMinute) {
        return new Payout(Kind.FLAT, minorPerMinute);
    }

    /** The platform's fee on a cost: the one rounding of the split. The listener gets the remainder. */
    long fee(long cost) {
        return kind == Kind.SHARE ? Proportion.floor(cost, amount, BASIS) : 0;
    }

    /** What the listener has earned after {@code seconds} that cost {@code cost}. */
    long earned(long cost, long seconds) {
        return kind == Kind.SHARE ? cost - fee(cost) : Proportion.floor(amount, seconds, Tariff.MINUTE);
    }
}
