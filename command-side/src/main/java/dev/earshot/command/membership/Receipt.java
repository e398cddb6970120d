package dev.earshot.command.membership;

import dev.earshot.api.money.Money;
import dev.earshot.api.pricing.UnusedShare;
import dev.earshot.api.topup.Reversal;
import java.time.Duration;
import java.time.Instant;

/**
 * What dues were good for and what has gone back of them. Immutable. Which of it was told first makes no difference.
 *
 * @param use what they were good for
 * @param from when the period that they paid began
 * @param until when it ends
 * @param usedTo how far it was, or is going to be, used; what it was suspended for is taken off
 * @param paid what the dues came to; absent while nothing has gone back
 * @param reversal what has gone back; absent while nothing has
 * @param lost what disputes have taken for good, minor units
 * @param revision how often what has gone back has changed
 * @param claimed what the member was told to bear of it, minor units
 * @param claims how often that has changed
 */
record Receipt(
        Use use,
        Instant from,
        Instant until,
        Instant usedTo,
        Money paid,
        Reversal reversal,
        long lost,
        long revision,
        long claimed,
        long claims) {
    /** What dues may be good for. */
    enum Use {
        /** Nobody has told yet that they were paid. */
        NOTHING,
        PERIOD,
        /** Too late for a period, they became the member's money. */
        CASH
    }

    static final Receipt NONE =
            new Receipt(Use.NOTHING, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, null, null, 0, 0, 0, 0);

    /** Whether all of it has gone back. A part that was given back in goodwill changes nothing. */
    boolean isGone() {
        return reversal != null && reversal.inAll().equals(paid);
    }

    /** Whether a period was paid by it, and all of it has gone back, with a part in a dispute that is still open. */
    boolean isDisputed() {
        return use == Use.PERIOD && isGone() && reversal.disputed().minor() > lost;
    }

    /** What of all that went back the member has to bear, minor units. */
    long due() {
        if (reversal == null) {
            return 0;
        }
        return switch (use) {
            case NOTHING -> 0;
            case CASH -> reversal.inAll().minor();
            case PERIOD -> UnusedShare.used(Math.min(lost, reversal.disputed().minor()), from, until, usedTo);
        };
    }

    Receipt asCash() {
        return new Receipt(Use.CASH, from, until, usedTo, paid, reversal, lost, revision, claimed, claims);
    }

    Receipt forPeriod(Instant begin, Instant end) {
        return new Receipt(Use.PERIOD, begin, end, end, paid, reversal, lost, revision, claimed, claims);
    }

    /** From then on the period cannot be used. */
    Receipt stopped(Instant at) {
        return usedTo(within(at).minus(Duration.between(usedTo, until)));
    }

    /** From then on it can be used again. */
    Receipt resumed(Instant at) {
        return usedTo(until.minus(Duration.between(usedTo, within(at))));
    }

    /** Another period began before this one's end, and what was left of this one is worked into its price. */
    Receipt left(Instant at) {
        return at.isBefore(until) ? usedTo(until) : this;
    }

    private Instant within(Instant at) {
        if (at.isBefore(from)) {
            return from;
        }
        return at.isAfter(until) ? until : at;
    }

    private Receipt usedTo(Instant then) {
        return new Receipt(use, from, until, then, paid, reversal, lost, revision, claimed, claims);
    }

    Receipt reversed(Money price, Reversal now, long lostNow, long revisionNow) {
        return new Receipt(use, from, until, usedTo, price, now, lostNow, revisionNow, claimed, claims);
    }

    Receipt claiming(long inAll, long claim) {
        return new Receipt(use, from, until, usedTo, paid, reversal, lost, revision, inAll, claim);
    }
}
