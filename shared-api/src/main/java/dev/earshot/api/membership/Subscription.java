package dev.earshot.api.membership;

import dev.earshot.api.pricing.Tier;
import java.time.Instant;
import java.util.Comparator;

/**
 * What a store has told of a subscription that it renews and charges itself. Of two tellings the merged one says the same
 * whichever came first and however often each came: all times only ever move forward.
 *
 * @param reference the store's name for the subscription
 * @param tier what it is worth here, as of the latest payment that was told
 * @param until how far it is paid; {@link Instant#EPOCH} while that was not told
 * @param paidAt when its latest payment happened, by the store's clock; {@link Instant#EPOCH} for none
 * @param stoppedAt when it was last said not to go on; {@link Instant#EPOCH} for never
 * @param endedAt when it was last said to be over; {@link Instant#EPOCH} for never
 */
public record Subscription(
        String reference, Tier tier, Instant until, Instant paidAt, Instant stoppedAt, Instant endedAt) {
    private static final Comparator<Subscription> BY_PAYMENT = Comparator.comparing(Subscription::paidAt)
            .thenComparing(told -> told.tier().secondsPerDay())
            .thenComparing(told -> told.tier().toString());

    /** It is paid until then. */
    public static Subscription paid(String reference, Tier tier, Instant until, Instant at) {
        return new Subscription(reference, tier, until, at, Instant.EPOCH, Instant.EPOCH);
    }

    /** It lasts until then and will not go on. */
    public static Subscription stopped(String reference, Tier tier, Instant until, Instant at) {
        return new Subscription(reference, tier, until, Instant.EPOCH, at, Instant.EPOCH);
    }

    /** It is over. */
    public static Subscription ended(String reference, Tier tier, Instant at) {
        return new Subscription(reference, tier, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, at);
    }

    /** What is known when both were told. */
    public Subscription merge(Subscription other) {
        return new Subscription(
                reference,
                BY_PAYMENT.compare(this, other) < 0 ? other.tier : tier,
                later(until, other.until),
                later(paidAt, other.paidAt),
                later(stoppedAt, other.stoppedAt),
                later(endedAt, other.endedAt));
    }

    /** Until when it allows anything. An end told of before the latest payment is an old story. */
    public Instant liveUntil() {
        return endedAt.isAfter(paidAt) && endedAt.isBefore(until) ? endedAt : until;
    }

    /** Whether the store means to renew it. */
    public boolean goesOn() {
        return !stoppedAt.isAfter(paidAt) && !endedAt.isAfter(paidAt);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
