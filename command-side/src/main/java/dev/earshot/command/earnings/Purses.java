package dev.earshot.command.earnings;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.earshot.api.earnings.Coins;
import dev.earshot.api.earnings.EarningsEvent;
import dev.earshot.api.earnings.EarningsEvent.BonusCredited;
import dev.earshot.api.earnings.EarningsEvent.ClawbackReturned;
import dev.earshot.api.earnings.EarningsEvent.EarningsClawedBack;
import dev.earshot.api.earnings.EarningsEvent.EarningsCredited;
import dev.earshot.api.earnings.EarningsEvent.EarningsMatured;
import dev.earshot.api.earnings.EarningsEvent.EarningsReleased;
import dev.earshot.api.earnings.EarningsEvent.EarningsSettledDirectly;
import dev.earshot.api.earnings.EarningsEvent.EarningsTakenBackDirectly;
import dev.earshot.api.earnings.EarningsEvent.PenaltyImposed;
import dev.earshot.api.earnings.EarningsEvent.PenaltyReversed;
import dev.earshot.api.money.Money;
import dev.earshot.api.payout.PayoutEvent;
import dev.earshot.api.payout.PayoutEvent.PayoutFailed;
import dev.earshot.api.payout.PayoutEvent.PayoutPaid;
import dev.earshot.api.payout.PayoutEvent.PayoutRequested;
import dev.earshot.api.payout.PayoutEvent.PayoutReturned;
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

    /** Whether more was taken in some currency than ever came, so that the listener owes it. What others hold does not set it off. */
    boolean isOwing() {
        return coins.values().stream().anyMatch(held -> Math.addExact(held.pending(), held.available()) < 0);
    }

    /** What is pending since this moment or longer. */
    Money ripe(Currency currency, Instant until) {
        var held = pending.getOrDefault(currency, new TreeMap<>());
        long sum = held.headMap(until, true).values().stream().reduce(0L, Math::addExact);
        return new Money(sum, currency);
    }

    void on(EarningsEvent event) {
        if (event instanceof EarningsCredited credited) {
            change(credited.amount(), Coins::credit);
            hold(credited.amount(), credited.at());
        } else if (event instanceof BonusCredited bonus) {
            change(bonus.amount(), Coins::reward);
            hold(bonus.amount(), bonus.at());
        } else if (event instanceof EarningsMatured matured) {
            change(matured.amount(), Coins::mature);
            release(matured.amount().currency(), matured.creditedUntil());
        } else if (event instanceof EarningsReleased released) {
            change(released.amount(), Coins::mature);
            release(released.amount(), released.creditedAt());
        } else if (event instanceof EarningsSettledDirectly settled) {
            change(settled.amount(), Coins::settle);
        } else if (event instanceof PenaltyImposed penalty) {
            change(penalty.amount(), Coins::penalise);
        } else if (event instanceof PenaltyReversed penalty) {
            change(penalty.amount(), Coins::pardon);
        } else if (event instanceof EarningsClawedBack clawback) {
            change(clawback.amount(), Coins::clawBack);
        } else if (event instanceof ClawbackReturned clawback) {
            change(clawback.amount(), Coins::restore);
        } else if (event instanceof EarningsTakenBackDirectly fetched) {
            change(fetched.amount(), Coins::fetch);
        }
    }

    void on(PayoutEvent event) {
        if (event instanceof PayoutRequested payout) {
            change(payout.amount(), Coins::send);
        } else if (event instanceof PayoutPaid payout) {
            change(payout.amount(), Coins::arrive);
        } else if (event instanceof PayoutFailed payout) {
            change(payout.amount(), Coins::takeBack);
        } else if (event instanceof PayoutReturned payout) {
            change(payout.amount(), Coins::bounce);
        }
    }

    private void change(Money amount, Change change) {
        coins.put(amount.currency(), change.of(of(amount.currency()), amount.minor()));
    }

    /** Keeps this amount pending since that moment. */
    private void hold(Money amount, Instant since) {
        pending.computeIfAbsent(amount.currency(), fresh -> new TreeMap<>())
                .merge(since, amount.minor(), Math::addExact);
    }

    /** What is pending since this moment or longer is held no more. */
    private void release(Currency currency, Instant until) {
        pending.get(currency).headMap(until, true).clear();
    }

    /** This amount, pending since that moment, is held no more. */
    private void release(Money amount, Instant since) {
        pending.get(amount.currency())
                .computeIfPresent(since, (same, held) -> held == amount.minor() ? null : held - amount.minor());
    }

    /** What an amount of minor units does to coins. */
    @FunctionalInterface
    private interface Change {
        Coins of(Coins coins, long minor);
    }
}
