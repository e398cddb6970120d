package dev.earshot.api.money;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount in minor units of one currency. The exponent comes from the ISO 4217 table (JPY 0, USD 2, KWD 3), never
 * from a literal.
 *
 * @param minor the amount in the currency's smallest unit; may be negative where a difference is meant
 * @param currency the currency; amounts of different currencies never mix
 */
public record Money(long minor, Currency currency) {
    public Money {
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException("a currency with minor units is expected, not " + currency);
        }
    }

    public static Money of(long minor, String currencyCode) {
        return new Money(minor, Currency.getInstance(currencyCode));
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /** The sum. Fails on overflow and on another currency. */
    public Money plus(Money other) {
        return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
    }

    /** The difference, possibly negative. Fails on overflow and on another currency. */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, sameCurrency(other).minor), currency);
    }

    public boolean isPositive() {
        return minor > 0;
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot mix " + currency + " with " + other.currency);
        }
        return other;
    }

    /** For people: {@code 12.50 USD}, {@code 1250 JPY}. */
    @Override
    public String toString() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()).toPlainString() + " " + currency;
    }
}
