package dev.earshot.command.topup;

import dev.earshot.api.id.RefundId;
import dev.earshot.api.money.Money;
import dev.earshot.api.topup.Reversal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * All that is known of a payment's refunds and disputes. Immutable. What has gone back is a function of these facts and
 * not of the order in which they were told, so late, repeated and overtaken news converge.
 *
 * @param told how much the provider has given back in all, by its latest word
 * @param toldAt when it said so, by its clock
 * @param asked our own refunds
 * @param returned refunds that went out and came back, by name, as told
 * @param disputes by the provider's name
 */
record Reversals(
        long told,
        Instant toldAt,
        Map<RefundId, Refund> asked,
        Map<String, Returned> returned,
        Map<String, Dispute> disputes) {
    Reversals {
        asked = Map.copyOf(asked);
        returned = Map.copyOf(returned);
        disputes = Map.copyOf(disputes);
    }

    /** How far a refund of ours has come; it only ever moves on. */
    enum Progress {
        ASKED,
        CONFIRMED,
        FAILED
    }

    /** How far a dispute has come; it only ever moves on. A win after a loss happens, a loss after a win does not. */
    enum Verdict {
        OPEN,
        LOST,
        WON
    }

    record Refund(long amount, Progress progress) {}

    record Returned(long amount, Instant at) {}

    record Dispute(long amount, Verdict verdict) {}

    static Reversals none() {
        return new Reversals(0, Instant.EPOCH, Map.of(), Map.of(), Map.of());
    }

    /** Whether this is later than what the provider told before; within one instant the larger amount is the later. */
    boolean isNews(long inAll, Instant at) {
        return at.isAfter(toldAt) || at.equals(toldAt) && inAll > told;
    }

    boolean isNews(RefundId refund, Progress progress) {
        return asked.get(refund).progress().compareTo(progress) < 0;
    }

    boolean isNews(String dispute, Verdict verdict, long amount) {
        Dispute known = disputes.get(dispute);
        return known == null || known.verdict().compareTo(verdict) < 0 || known.amount() < amount;
    }

    Reversals telling(long inAll, Instant at) {
        return new Reversals(inAll, at, asked, returned, disputes);
    }

    Reversals asking(RefundId refund, long amount) {
        return new Reversals(told, toldAt, with(asked, refund, new Refund(amount, Progress.ASKED)), returned, disputes);
    }

    Reversals moving(RefundId refund, Progress progress) {
        Refund moved = new Refund(asked.get(refund).amount(), progress);
        return new Reversals(told, toldAt, with(asked, refund, moved), returned, disputes);
    }

    Reversals returning(String refund, long amount, Instant at) {
        return new Reversals(told, toldAt, asked, with(returned, refund, new Returned(amount, at)), disputes);
    }

    /** The larger amount and the further verdict of what is known and what is told now. */
    Reversals disputing(String dispute, Verdict verdict, long amount) {
        Dispute known = disputes.getOrDefault(dispute, new Dispute(amount, verdict));
        Dispute now = new Dispute(
                Math.max(known.amount(), amount), known.verdict().compareTo(verdict) > 0 ? known.verdict() : verdict);
        return new Reversals(told, toldAt, asked, returned, with(disputes, dispute, now));
    }

    boolean hasOpenDispute() {
        return disputes.values().stream().anyMatch(dispute -> dispute.verdict() == Verdict.OPEN);
    }

    /** What all this comes to for a payment of this price, as the next change after {@code before}. */
    Reversal of(Money price, Reversal before) {
        Money refunded = new Money(refunded(), price.currency());
        Money disputed = new Money(disputed(), price.currency());
        Money both = refunded.plus(disputed);
        return new Reversal(refunded, disputed, both.minor() < price.minor() ? both : price, before.revision() + 1);
    }

    /** The provider's latest sum has our own refunds in it, once it has heard of them. */
    private long refunded() {
        long ours = asked.values().stream()
                .filter(refund -> refund.progress() != Progress.FAILED)
                .mapToLong(Refund::amount)
                .sum();
        long backSince = returned.values().stream()
                .filter(refund -> refund.at().isAfter(toldAt))
                .mapToLong(Returned::amount)
                .sum();
        return Math.max(told - backSince, ours);
    }

    private long disputed() {
        return disputes.values().stream()
                .filter(dispute -> dispute.verdict() != Verdict.WON)
                .mapToLong(Dispute::amount)
                .sum();
    }

    /** What disputes have taken for good of a payment of this price. */
    Money lost(Money price) {
        long lost = disputes.values().stream()
                .filter(dispute -> dispute.verdict() == Verdict.LOST)
                .mapToLong(Dispute::amount)
                .sum();
        return new Money(Math.min(lost, price.minor()), price.currency());
    }

    private static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        Map<K, V> more = new HashMap<>(map);
        more.put(key, value);
        return more;
    }
}
