package dev.earshot.command.membership;

import dev.earshot.api.pricing.Tier;
import dev.earshot.api.pricing.UnusedShare;
import java.time.Instant;

/**
 * What a membership is worth now: a trial, or the period paid last. Immutable.
 *
 * @param tier its terms
 * @param trial whether it costs nothing
 * @param anchor the moment from which the ends of periods are counted
 * @param count how many periods have begun since then
 * @param from when it began
 * @param until when the next one is due
 * @param liveUntil until when the allowance is given at most while the next payment is awaited
 */
record Period(Tier tier, boolean trial, Instant anchor, long count, Instant from, Instant until, Instant liveUntil) {
    static Period ofTrial(Tier tier, Instant from, Instant until, Instant liveUntil) {
        return new Period(tier, true, until, 0, from, until, liveUntil);
    }

    /** A paid period; one that follows this one at once, and is as long, keeps the days of the month. */
    static Period after(Period before, Tier tier, Instant from, Instant until, Instant liveUntil) {
        return continues(before, tier, from)
                ? new Period(tier, false, before.anchor, before.count + 1, from, until, liveUntil)
                : new Period(tier, false, from, 1, from, until, liveUntil);
    }

    /** When a period ends that begins then, after {@code before}, which may be null. */
    static Instant endOf(Period before, Tier tier, Instant from) {
        return continues(before, tier, from)
                ? tier.cycle().end(before.anchor, before.count + 1)
                : tier.cycle().end(from, 1);
    }

    private static boolean continues(Period before, Tier tier, Instant from) {
        return before != null && from.equals(before.until) && tier.cycle().equals(before.tier.cycle());
    }

    boolean isOver(Instant at) {
        return !at.isBefore(until);
    }

    /** What leaving it at this moment gives back, minor units. */
    long unused(Instant at) {
        return trial ? 0 : UnusedShare.of(tier.price().minor(), from, until, at);
    }
}
