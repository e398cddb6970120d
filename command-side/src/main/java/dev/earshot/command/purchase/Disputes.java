package dev.earshot.command.purchase;

import dev.earshot.api.money.Money;
import dev.earshot.api.purchase.DisputeVerdict;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The disputes of a purchase that nobody has claimed yet, by the provider's names. Immutable. Of each the further verdict
 * and the larger amount count, so the order of telling does not matter.
 */
record Disputes(Map<String, Dispute> known) {
    static final Disputes NONE = new Disputes(Map.of());

    record Dispute(DisputeVerdict verdict, Money amount) {
        private boolean says(Dispute other) {
            return verdict.compareTo(other.verdict) >= 0 && amount.minor() >= other.amount.minor();
        }

        private Dispute and(Dispute other) {
            return new Dispute(
                    verdict.compareTo(other.verdict) < 0 ? other.verdict : verdict,
                    amount.minor() < other.amount.minor() ? other.amount : amount);
        }
    }

    Disputes {
        known = Map.copyOf(known);
    }

    boolean isNews(String name, Dispute told) {
        Dispute before = known.get(name);
        return before == null || !before.says(told);
    }

    Disputes with(String name, Dispute told) {
        Map<String, Dispute> more = new HashMap<>(known);
        more.merge(name, told, Dispute::and);
        return new Disputes(more);
    }

    /** All of them, always in the same order. */
    Map<String, Dispute> inOrder() {
        return new TreeMap<>(known);
    }

    /** Whether the payer's bank has yet to decide anything. */
    boolean isOpen() {
        return of(DisputeVerdict.OPEN).findAny().isPresent();
    }

    /** How much of what was paid banks have taken for good, minor units. */
    long lost() {
        return of(DisputeVerdict.LOST)
                .mapToLong(dispute -> dispute.amount().minor())
                .sum();
    }

    private Stream<Dispute> of(DisputeVerdict verdict) {
        return known.values().stream().filter(dispute -> dispute.verdict() == verdict);
    }
}
