package dev.earshot.adapter.media;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When two were in a room together, out of when each was there. Nobody is counted and nothing is assumed about the order:
 * whoever came twice without leaving was there once.
 *
 * @param from when they were both there for the first time
 * @param until when they were both there for the last time
 * @param together how long they were both there
 */
public record Overlap(Instant from, Instant until, Duration together) {
    /** A time in the room. */
    public record Stay(Instant from, Instant until) {}

    /** The time that both were there; empty if there was none. Each one's stays are in the order in which they began. */
    public static Optional<Overlap> of(List<Stay> one, List<Stay> other) {
        Optional<Overlap> found = Optional.empty();
        Instant counted = Instant.MIN; // Stays of one side may overlap each other; no moment counts twice.
        int i = 0;
        int j = 0;
        while (i < one.size() && j < other.size()) {
            Stay a = one.get(i);
            Stay b = other.get(j);
            Instant from = latest(counted, latest(a.from(), b.from()));
            Instant until = a.until().isBefore(b.until()) ? a.until() : b.until();
            if (from.isBefore(until)) {
                found = Optional.of(longer(found, from, until));
                counted = until;
            }
            if (a.until().isBefore(b.until())) {
                i++;
            } else {
                j++;
            }
        }
        return found;
    }

    private static Overlap longer(Optional<Overlap> before, Instant from, Instant until) {
        Duration more = Duration.between(from, until);
        return before.map(overlap -> new Overlap(overlap.from, until, overlap.together.plus(more)))
                .orElseGet(() -> new Overlap(from, until, more));
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
