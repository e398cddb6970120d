package dev.earshot.api.simulation;

import java.time.Instant;

/**
 * The span of time whose calls are looked at, by the moment they were requested.
 *
 * @param from the first moment
 * @param until the first moment no longer in it
 */
public record Window(Instant from, Instant until) {
    public Window {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("a window ends after it begins, unlike " + from + " to " + until);
        }
    }

    public boolean contains(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(until);
    }
}
