package dev.earshot.app.lives;

import java.util.List;

/**
 * What is in force during a life.
 *
 * @param feeBasisPoints the platform's fee
 * @param graceUntil the second a call that runs out may reach for free
 * @param gracesPerDay how many calls a day may
 * @param tokenValue minor units
 */
public record Prices(int feeBasisPoints, long graceUntil, int gracesPerDay, long tokenValue) {
    /** The house's own, and two that round otherwise. */
    public static final List<Prices> ALL =
            List.of(new Prices(1_500, 60, 1, 10), new Prices(3_333, 45, 2, 7), new Prices(0, 90, 3, 1));
}
