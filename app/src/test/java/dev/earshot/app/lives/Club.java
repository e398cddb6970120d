package dev.earshot.app.lives;

import java.time.Duration;
import java.util.List;

/**
 * A tier of membership that may be joined, for periods of a week.
 *
 * @param price of a week, minor units
 * @param secondsPerDay how much talk a local day allows
 * @param overflow whether cash pays beyond that
 * @param trialDays how many days it may be tried for nothing, once
 */
public record Club(String name, long price, long secondsPerDay, boolean overflow, int trialDays) {
    public static final Duration WEEK = Duration.ofDays(7);

    /** Cheap and closed, dear and open, and one to be tried. */
    public static final List<Club> ALL = List.of(
            new Club("small", 499, 301, false, 0),
            new Club("large", 1_499, 907, true, 0),
            new Club("tried", 999, 450, false, 2));
}
