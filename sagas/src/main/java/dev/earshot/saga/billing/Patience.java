package dev.earshot.saga.billing;

import java.time.Duration;
import java.time.Instant;

/**
 * How long to wait for answers before asking again.
 *
 * @param askAgainAt when everything unanswered is asked again
 * @param repeats how often it has been asked again since something new was asked
 * @param overdue whether the promise of the call's stage was broken, so that the call is told to end
 */
record Patience(Instant askAgainAt, int repeats, boolean overdue) {
    /** The longest wait is 2 to this power times the first: 10 s become a little over 5 minutes. */
    private static final int MOST_DOUBLINGS = 5;

    Patience afterAsking(Duration askAgain, Instant now) {
        return new Patience(now.plus(askAgain), 0, overdue);
    }

    Patience afterRepeating(Duration askAgain, Instant now) {
        int doublings = Math.min(repeats + 1, MOST_DOUBLINGS);
        return new Patience(now.plus(askAgain.multipliedBy(1L << doublings)), repeats + 1, overdue);
    }

    Patience overdue(boolean isOverdue) {
        return isOverdue == overdue ? this : new Patience(askAgainAt, repeats, isOverdue);
    }
}
