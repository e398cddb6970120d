package dev.earshot.wallet;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the owner of a wallet owes, in minor units of the wallet's currency. Immutable.
 *
 * @param owed by what it is owed for, the oldest first; what is paid is gone
 */
record Debts(Map<String, Long> owed) {
    Debts {
        owed = Collections.unmodifiableMap(new LinkedHashMap<>(owed));
    }

    static Debts none() {
        return new Debts(Map.of());
    }

    boolean areOpen() {
        return !owed.isEmpty();
    }

    long owedFor(String reference) {
        return owed.getOrDefault(reference, 0L);
    }

    Debts raise(String reference, long minor) {
        Map<String, Long> more = new LinkedHashMap<>(owed);
        more.merge(reference, minor, Math::addExact);
        more.remove(reference, 0L);
        return new Debts(more);
    }

    Debts reduce(String reference, long minor) {
        if (minor > owedFor(reference)) {
            throw new IllegalStateException(reference + " owes " + owedFor(reference) + ", not " + minor);
        }
        return raise(reference, -minor);
    }

    /** How so much money is shared among the debts: the oldest is paid first. */
    Map<String, Long> payableWith(long available) {
        Map<String, Long> payments = new LinkedHashMap<>();
        long left = available;
        for (Map.Entry<String, Long> debt : owed.entrySet()) {
            long paid = Math.min(left, debt.getValue());
            left -= paid;
            if (paid > 0) {
                payments.put(debt.getKey(), paid);
            }
        }
        return payments;
    }
}
