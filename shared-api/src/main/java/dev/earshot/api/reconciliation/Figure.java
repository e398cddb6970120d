package dev.earshot.api.reconciliation;

import java.util.Currency;

/**
 * One side of a comparison.
 *
 * @param amount in minor units of the currency, or in seconds
 * @param unit the code of the currency, or {@link #SECONDS}
 */
public record Figure(long amount, String unit) {
    /** The unit of talk. */
    public static final String SECONDS = "SECONDS";

    /** So much money. */
    public static Figure of(long minor, Currency currency) {
        return new Figure(minor, currency.getCurrencyCode());
    }

    /** So much talk. */
    public static Figure seconds(long seconds) {
        return new Figure(seconds, SECONDS);
    }
}
