package dev.earshot.query.lab.result;

/**
 * Money, minor units of one currency.
 *
 * @param seconds of talk that was charged
 * @param revenue what was charged in money, and what the tokens and minutes that were used had cost
 * @param fees the platform's part of what was charged in money
 * @param listenerIncome what listeners earned by it, graces and promotions among it
 * @param pricePerMinute {@code floor(revenue × 60 / seconds)}; 0 without a second
 */
public record Figures(long seconds, long revenue, long fees, long listenerIncome, long pricePerMinute) {}
