package dev.earshot.command.earnings;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.earshot.api.earnings.Coins;
import dev.earshot.api.money.Money;
import java.time.Instant;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The coins of each currency, and since when those that are pending are. */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
final class Purses {
    private Map<Currency, Coins> coins = new HashMap<>();
    private Map<Currency, TreeMap<Instant, Long>> pending = new HashMap<>();

    Coins of(Currency currency) {
        return coins.getOrDefault(currency, Coins.NONE);
    }

    /** In an order of their own: the same commands must lead to the same facts. */
    List<Currency> currencies() {
        return coins.keySet().stream()
                .sorted(Comparator.comparing(Currency::getCurrencyCode))
                .toList();
    }

    /** What is the listener's and not with them yet, one amount for each currency in which there is any. */
    List<Money> left() {
        return currencies().stream()
                .map(currency -> new Money(of(currency).pending() + of(currency).available(), currency))
                .filter(Money::isPositive)
                .toList();
    }

    void change(Money amount, Change change) {
        coins.put(amount.currency(), change.of(of(amount.currency()), amount.minor()));
    }

    /** Keeps this amount pending since that moment. */
    void hold(Money amount, Instant since) {
        pending.computeIfAbsent(amount.currency(), fresh -> new TreeMap<>())
                .merge(since, amount.minor(), Math::addExact);
    }

    /** What is pending since this moment or longer. */
    Money ripe(Currency currency, Instant until) {
        var held = pending.getOrDefault(currency, new TreeMap<>());
        long sum = held.headMap(until, true).values().stream().reduce(0L, Math::addExact);
        return new Money(sum, currency);
    }

    /** What is pending since this moment or longer is held no more. */
    void release(Currency currency, Instant until) {
        pending.get(currency).headMap(until, true).clear();
    }

    /** This amount, pending since that moment, is held no more. */
    void release(Money amount, Instant since) {
        pending.get(amount.currency())
                .computeIfPresent(since, (same, held) -> held == amount.minor() ? null : held - amount.minor());
    }

    /** What an amount of minor units does to coins. */
    @FunctionalInterface
    interface Change {
        Coins of(Coins coins, long minor);
    }
}
