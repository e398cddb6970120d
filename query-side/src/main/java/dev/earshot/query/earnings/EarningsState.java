package dev.earshot.query.earnings;

import dev.earshot.api.earnings.EarningsEvent.EarningsCredited;
import dev.earshot.query.fold.Folded;
import java.util.ArrayList;
import java.util.List;

/** A listener's earnings as their events have left them, and the entries that this batch adds. */
final class EarningsState extends Folded {
    final String listenerId;
    final List<EarningsEntry> newEntries = new ArrayList<>();
    private String currency;
    private long earned;

    EarningsState(String listenerId) {
        this(listenerId, null, 0, 0);
    }

    EarningsState(String listenerId, String currency, long earned, long position) {
        super(position);
        this.listenerId = listenerId;
        this.currency = currency;
        this.earned = earned;
    }

    void on(EarningsCredited event) {
        long amount = event.amount().minor();
        currency = event.amount().currency().getCurrencyCode();
        earned = Math.addExact(earned, amount);
        newEntries.add(new EarningsEntry(listenerId, position(), event.callId().value(), amount, earned, event.at()));
    }

    String currency() {
        return currency;
    }

    /** Everything ever credited, minor units. */
    long earned() {
        return earned;
    }
}
