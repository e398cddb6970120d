package dev.earshot.wallet;

import java.time.Instant;
import java.time.ZoneId;

/**
 * What a membership allows.
 *
 * @param secondsPerDay how much talk on each local day
 * @param zone by whose clocks, unless the member has chosen a zone
 * @param until from then on no day is opened by it
 */
record Agreement(long secondsPerDay, ZoneId zone, Instant until) {
    boolean standsAt(Instant at) {
        return at.isBefore(until);
    }

    Agreement limitedTo(Instant end) {
        return new Agreement(secondsPerDay, zone, end);
    }
}
