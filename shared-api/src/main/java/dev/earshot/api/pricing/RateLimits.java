package dev.earshot.api.pricing;

import dev.earshot.api.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** What a listener may ask for: from 0.50 to 100.00 a minute, in units of the currency's exponent (JPY: 1 to 100). */
public final class RateLimits {
    private static final BigDecimal LEAST = new BigDecimal("0.50");
    private static final BigDecimal MOST = new BigDecimal("100.00");

    private RateLimits() {}

    /** The lowest rate a minute; a half unit of a currency without minor units counts as one. */
    public static Money least(Currency currency) {
        return new Money(minor(LEAST, currency), currency);
    }

    /** The highest rate a minute. */
    public static Money most(Currency currency) {
        return new Money(minor(MOST, currency), currency);
    }

    public static boolean allow(Money ratePerMinute) {
        Currency currency = ratePerMinute.currency();
        return ratePerMinute.minor() >= least(currency).minor()
                && ratePerMinute.minor() <= most(currency).minor();
    }

    private static long minor(BigDecimal amount, Currency currency) {
        return amount.movePointRight(currency.getDefaultFractionDigits())
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }
}
