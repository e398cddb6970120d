package dev.earshot.query.earnings;

import dev.earshot.api.earnings.Coins;
import dev.earshot.api.money.Money;
import dev.earshot.query.fold.Folded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A listener's earnings as their events have left them, and the entries that this batch adds. */
final class EarningsState extends Folded {
    final String listenerId;
    final List<EarningsEntry> newEntries = new ArrayList<>();
    private String currency;
    private Coins coins;

    EarningsState(String listenerId) {
        this(listenerId, null, Coins.NONE, 0);
    }

    EarningsState(String listenerId, String currency, Coins coins, long position) {
        super(position);
        this.listenerId = listenerId;
        this.currency = currency;
        this.coins = coins;
    }

    /** Writes a line that changes the coins so. */
    void enter(EntryKind kind, String reference, Money amount, Change change, Instant at) {
        currency = amount.currency().getCurrencyCode();
        coins = change.of(coins, amount.minor());
        newEntries.add(new EarningsEntry(listenerId, position(), kind, reference, amount.minor(), coins, at));
    }

    String currency() {
        return currency;
    }

    Coins coins() {
        return coins;
    }

    /** What an amount of minor units does to coins. */
    @FunctionalInterface
    interface Change {
        Coins of(Coins coins, long minor);
    }
}
