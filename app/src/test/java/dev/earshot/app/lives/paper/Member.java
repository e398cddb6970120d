package dev.earshot.app.lives.paper;

import dev.earshot.app.lives.Club;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** A membership, where all dues are answered at once. */
final class Member {
    private static final Duration GRACE = Duration.ofDays(3);
    private static final Duration RETRY = Duration.ofDays(1);

    private final Set<String> tried = new HashSet<>();
    private boolean everJoined;
    private Club club;
    private boolean trial;
    private Instant from;
    private Instant until;
    private Instant live;
    private boolean cancelled;
    private long credit;
    private boolean failed;
    private Instant retryAt;
    private Instant giveUpAt;

    /** What is asked for now, and what of the credit will be left. */
    record Bill(Club club, Instant from, long minor, long creditLeft) {}

    boolean everJoined() {
        return everJoined;
    }

    boolean stands() {
        return club != null;
    }

    Club club() {
        return club;
    }

    boolean isCancelled() {
        return cancelled;
    }

    Instant until() {
        return until;
    }

    Instant allowedUntil() {
        return cancelled ? until : live;
    }

    boolean isLive(Instant at) {
        return stands() && at.isBefore(allowedUntil());
    }

    boolean isOver(Instant at) {
        return !at.isBefore(until);
    }

    /** Whether it could be tried for nothing, which it is then. */
    boolean tries(Club wanted, Instant at) {
        everJoined = true;
        if (wanted.trialDays() == 0 || !tried.add(wanted.name())) {
            return false;
        }
        stand(wanted, true, at, at.plus(Duration.ofDays(wanted.trialDays())));
        return true;
    }

    Bill bill(Club wanted, Instant beginning, long moreCredit) {
        everJoined = true;
        long available = credit + moreCredit;
        long byCredit = Math.min(available, wanted.price());
        return new Bill(wanted, beginning, wanted.price() - byCredit, available - byCredit);
    }

    /** What a change at this moment leaves of what the period has cost. */
    long unused(Instant at) {
        if (trial || isOver(at)) {
            return 0;
        }
        BigDecimal rest = BigDecimal.valueOf(Duration.between(at, until).toMillis());
        BigDecimal whole = BigDecimal.valueOf(Duration.between(from, until).toMillis());
        return BigDecimal.valueOf(club.price())
                .multiply(rest)
                .divide(whole, 0, RoundingMode.DOWN)
                .longValueExact();
    }

    /** What is to be paid by now, if anything; or the membership ends. */
    Bill due(Instant at) {
        if (!stands() || !isOver(at)) {
            return null;
        }
        if (cancelled) {
            end();
        } else if (!failed) {
            boolean late = !at.isBefore(live);
            giveUpAt = late ? at.plus(GRACE) : live;
            return bill(club, late ? at : until, 0);
        } else if (!at.isBefore(giveUpAt)) {
            end();
        } else if (!at.isBefore(retryAt)) {
            return bill(club, until, 0);
        }
        return null;
    }

    void missed(Instant at) {
        failed = true;
        retryAt = at.plus(RETRY).isBefore(giveUpAt) ? at.plus(RETRY) : giveUpAt;
    }

    void paid(Bill bill, Instant at) {
        credit = bill.creditLeft();
        Instant begins = bill.from().plus(Club.WEEK).isAfter(at) ? bill.from() : at;
        stand(bill.club(), false, begins, begins.plus(Club.WEEK));
    }

    private void stand(Club now, boolean forNothing, Instant begins, Instant ends) {
        club = now;
        trial = forNothing;
        from = begins;
        until = ends;
        live = ends.plus(GRACE);
        cancelled = false;
        failed = false;
    }

    void cancel(boolean off) {
        cancelled = off;
    }

    void end() {
        club = null;
        cancelled = false;
        failed = false;
    }

    @Override
    public String toString() {
        return stands()
                ? "%s, to %s, live to %s, credit %d%s"
                        .formatted(club.name(), until, live, credit, cancelled ? ", cancelled" : "")
                : "none, credit " + credit;
    }
}
