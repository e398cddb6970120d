package dev.earshot.api.pricing;

/**
 * The price of a leg: so many units for so many seconds, kept as a ratio so that no rounded per-second price exists.
 *
 * @param unit what the pocket counts in
 * @param units the price of {@code perSeconds}, at least 0
 * @param perSeconds the period the price is for, at least 1
 * @param payout how the listener is paid
 */
public record Tariff(Unit unit, long units, long perSeconds, Payout payout) {
    static final long MINUTE = 60;

    public Tariff {
        if (units < 0 || perSeconds < 1) {
            throw new IllegalArgumentException("tariff out of range: " + units + " per " + perSeconds + " s");
        }
    }

    /** Money by the minute; the platform keeps its fee, the listener gets the rest. */
    public static Tariff perMinute(long minor, long feeBasisPoints) {
        return new Tariff(Unit.MONEY, minor, MINUTE, Payout.shareAfterFee(feeBasisPoints));
    }

    /** Tokens by the minute; the listener is paid a fixed amount of money a minute. */
    public static Tariff tokensPerMinute(long tokens, long payoutPerMinute) {
        return new Tariff(Unit.TOKENS, tokens, MINUTE, Payout.flat(payoutPerMinute));
    }

    /** Seconds by the second; the listener is paid a fixed amount a minute. */
    public static Tariff perSecond(long payoutPerMinute) {
        return new Tariff(Unit.SECONDS, 1, 1, Payout.flat(payoutPerMinute));
    }

    /** Free for the member; the listener is paid a fixed amount a minute. */
    public static Tariff free(long payoutPerMinute) {
        return new Tariff(Unit.SECONDS, 0, 1, Payout.flat(payoutPerMinute));
    }

    /** The cumulative cost of {@code seconds}, rounded down: the one rounding of a price. */
    public long cost(long seconds) {
        return Proportion.floor(units, seconds, perSeconds);
    }

    /** The most seconds, up to {@code wanted}, whose cumulative cost stays within {@code budget}. */
    public long affordable(long budget, long wanted) {
        if (cost(wanted) <= budget) {
            return wanted;
        }
        // cost(k) <= budget  ⇔  units × k < (budget + 1) × perSeconds
        return (Math.multiplyExact(budget + 1, perSeconds) - 1) / units;
    }

    /** What {@code seconds} earn the listener, minor units. */
    long earned(long seconds) {
        return payout.earned(cost(seconds), seconds);
    }

    /** What {@code seconds} cost the pocket, earn the listener and leave as fee. */
    Charge charge(Pocket pocket, String lot, long seconds) {
        long cost = cost(seconds);
        return new Charge(pocket, lot, unit, seconds, cost, payout.earned(cost, seconds), payout.fee(cost));
    }
}
