package dev.earshot.command.reversal;

import dev.earshot.api.id.RefundId;
import dev.earshot.api.money.Money;
import dev.earshot.api.topup.RefundFailure;
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
public record Reversals(
        long told,
        Instant toldAt,
        Map<RefundId, Refund> asked,
        Map<String, Returned> returned,
        Map<String, Dispute> disputes) {
    public Reversals {
        asked = Map.copyOf(asked);
        returned = Map.copyOf(returned);
        disputes = Map.copyOf(disputes);
    }

    /** How far a refund of ours has come; it only ever moves on. */
    public enum Progress {
        ASKED,
        CONFIRMED,
        FAILED
    }

    /** How far a dispute has come; it only ever moves on. A win after a loss happens, a loss after a win does not. */
    public enum Verdict {
        OPEN,
        LOST,
        WON
    }

    /** A refund of ours. */
    public record Refund(long amount, Progress progress) {}

    /** A refund that went out and came back, by the provider's clock. */
    public record Returned(long amount, Instant at) {}

    /** A dispute as far as it was told. */
    public record Dispute(long amount, Verdict verdict) {}

    /** Nothing is known yet. */
    public static Reversals none() {
        return new Reversals(0, Instant.EPOCH, Map.of(), Map.of(), Map.of());
    }

    /** Whether this is later than what the provider told before; within one instant the larger amount is the later. */
    public boolean isNews(long inAll, Instant at) {
        return at.isAfter(toldAt) || at.equals(toldAt) && inAll > told;
    }

    /** Whether our refund has come further than was known. */
    public boolean isNews(RefundId refund, Progress progress) {
        return asked.get(refund).progress().compareTo(progress) < 0;
    }

    /** Whether this dispute has come further, or is about more, than was known. */
    public boolean isNews(String dispute, Verdict verdict, long amount) {
        Dispute known = disputes.get(dispute);
        return known == null || known.verdict().compareTo(verdict) < 0 || known.amount() < amount;
    }

    /** After the provider has told how much has gone back in all. */
    public Reversals telling(long inAll, Instant at) {
        return new Reversals(inAll, at, asked, returned, disputes);
    }

    /** After we have asked for a refund. */
    public Reversals asking(RefundId refund, long amount) {
        return new Reversals(told, toldAt, with(asked, refund, new Refund(amount, Progress.ASKED)), returned, disputes);
    }

    /** After our refund has come further. */
    public Reversals moving(RefundId refund, Progress progress) {
        Refund moved = new Refund(asked.get(refund).amount(), progress);
        return new Reversals(told, toldAt, with(asked, refund, moved), returned, disputes);
    }

    /** After our refund has failed, before it went out or by coming back. */
    public Reversals failing(RefundId refund, RefundFailure reason, Instant at) {
        Reversals failed = moving(refund, Progress.FAILED);
        return reason == RefundFailure.RETURNED
                ? failed.returning(refund.value(), asked.get(refund).amount(), at)
                : failed;
    }

    /** After a refund has come back. */
    public Reversals returning(String refund, long amount, Instant at) {
        return new Reversals(told, toldAt, asked, with(returned, refund, new Returned(amount, at)), disputes);
    }

    /** The larger amount and the further verdict of what is known and what is told now. */
    public Reversals disputing(String dispute, Verdict verdict, long amount) {
        Dispute known = disputes.getOrDefault(dispute, new Dispute(amount, verdict));
        Dispute now = new Dispute(
                Math.max(known.amount(), amount), known.verdict().compareTo(verdict) > 0 ? known.verdict() : verdict);
        return new Reversals(told, toldAt, asked, returned, with(disputes, dispute, now));
    }

    /** Whether somebody else has the money until it is decided. */
    public boolean hasOpenDispute() {
        return disputes.values().stream().anyMatch(dispute -> dispute.verdict() == Verdict.OPEN);
    }

    /** What all this comes to for a payment of this price, as the next change after {@code before}. */
    public Reversal of(Money price, Reversal before) {
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
        return disputedBy(Verdict.LOST) + disputedBy(Verdict.OPEN);
    }

    /** What disputes have taken for good of a payment of this price. */
    public Money lost(Money price) {
        return new Money(Math.min(disputedBy(Verdict.LOST), price.minor()), price.currency());
    }

    private long disputedBy(Verdict verdict) {
        return disputes.values().stream()
                .filter(dispute -> dispute.verdict() == verdict)
                .mapToLong(Dispute::amount)
                .sum();
    }

    private static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        Map<K, V> more = new HashMap<>(map);
        more.put(key, value);
        return more;
    }
}
