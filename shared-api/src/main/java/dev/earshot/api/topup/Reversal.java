package dev.earshot.api.topup;

import dev.earshot.api.money.Money;

/**
 * How much of a payment has gone back. Refunds and disputes share what was paid: together they never take more of it from
 * the member, whatever the provider takes from us.
 *
 * @param refunded what was given back, what is on its way included
 * @param disputed what disputes that are open or lost have taken
 * @param inAll what has gone back of what was paid; the lesser of the price and the sum of both
 * @param revision counts the changes of one payment, so that an older one is told from a newer
 */
public record Reversal(Money refunded, Money disputed, Money inAll, long revision) {
    /** Nothing of a payment of this currency has gone back. */
    public static Reversal none(Money paid) {
        Money zero = Money.zero(paid.currency());
        return new Reversal(zero, zero, zero, 0);
    }

    /** Whether refunds or disputes have taken another amount than by then. */
    public boolean differsFrom(Reversal before) {
        return !refunded.equals(before.refunded) || !disputed.equals(before.disputed);
    }

    /** What went beyond what was paid: the platform's loss, and nobody else's. */
    public Money excess() {
        return refunded.plus(disputed).minus(inAll);
    }
}
