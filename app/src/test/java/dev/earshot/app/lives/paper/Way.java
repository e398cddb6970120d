package dev.earshot.app.lives.paper;

import dev.earshot.api.pricing.Pocket;
import dev.earshot.api.pricing.Unit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * One way to pay for talk, in a minute's prices.
 *
 * @param pocket what is burned
 * @param unit what it counts in
 * @param price units a minute
 * @param fee the platform's part of the price in basis points, where the price is money
 * @param payout what a minute pays the listener where the price is no money
 */
record Way(Pocket pocket, Unit unit, long price, int fee, long payout) {
    private static final BigInteger MINUTE = BigInteger.valueOf(60);

    boolean isMoney() {
        return unit == Unit.MONEY;
    }

    /** All that so many seconds cost. */
    long cost(long seconds) {
        return wholeMinutes(price, seconds);
    }

    long feeOf(long cost) {
        return isMoney()
                ? BigDecimal.valueOf(cost)
                        .multiply(BigDecimal.valueOf(fee, 4))
                        .setScale(0, RoundingMode.DOWN)
                        .longValueExact()
                : 0;
    }

    long earned(long seconds) {
        return isMoney() ? cost(seconds) - feeOf(cost(seconds)) : wholeMinutes(payout, seconds);
    }

    private static long wholeMinutes(long perMinute, long seconds) {
        return BigInteger.valueOf(perMinute)
                .multiply(BigInteger.valueOf(seconds))
                .divide(MINUTE)
                .longValueExact();
    }
}
