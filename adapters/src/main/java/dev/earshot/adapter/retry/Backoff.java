package dev.earshot.adapter.retry;

import java.time.Duration;

/**
 * Waits that double with each failure, up to a longest one.
 *
 * @param first how long to wait after the first failure
 * @param longest and never longer than this
 */
public record Backoff(Duration first, Duration longest) {
    public Backoff {
        if (first.isZero() || first.isNegative() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("waits from " + first + " to " + longest);
        }
    }

    /** How long to wait after so many failures in a row; as after the first where there was none yet. */
    public Duration after(int failures) {
        Duration wait = first;
        // The longest wait is met after few steps, whatever the number of failures is.
        for (int doubled = 1; doubled < failures && wait.compareTo(longest) < 0; doubled++) {
            wait = wait.compareTo(longest.dividedBy(2)) > 0 ? longest : wait.multipliedBy(2);
        }
        return wait;
    }
}
