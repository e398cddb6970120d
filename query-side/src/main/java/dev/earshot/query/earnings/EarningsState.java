package dev.earshot.query.earnings;

import dev.earshot.api.earnings.Coins;
import dev.earshot.api.money.Money;
import dev.earshot.query.fold.Folded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A listener's earnings of one currency as their events have left them, and the entries that this batch adds. */
final class EarningsState extends Folded {
    private static final String SEPARATOR = "/";

    final String listenerId;
    final List<EarningsEntry> newEntries = new ArrayList<>();
    private final String currency;
    private Coins coins;

    EarningsState(String key) {
        this(key.substring(0, key.indexOf(SEPARATOR)), key.substring(key.indexOf(SEPARATOR) + 1), Coins.NONE, 0);
    }

    EarningsState(String listenerId, String currency, Coins coins, long position) {
        super(position);
        this.listenerId = listenerId;
        this.currency = currency;
        this.coins = coins;
    }

    /** What the coins of this listener and currency are kept under. */
    static String key(String listenerId, String currency) {
        return listenerId + SEPARATOR + currency;
    }

    /** Writes a line that changes the coins so. */
    void enter(EntryKind kind, String reference, String reason, Money amount, Change change, Instant at) {
        coins = change.of(coins, amount.minor());
        newEntries.add(new EarningsEntry(
                listenerId, currency, position(), kind, reference, reason, amount.minor(), coins, at));
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
