package dev.earshot.saga.alarm;

import java.time.Instant;

/**
 * The one alarm a process has set.
 *
 * @param at when it goes off
 * @param scheduleId what cancels it, empty when none is set
 */
public record Alarm(Instant at, String scheduleId) {
    /** No alarm. */
    public static final Alarm UNSET = new Alarm(Instant.EPOCH, "");

    /** Whether it is still to go off. An alarm in the past has gone off, or was lost. */
    boolean isAheadOf(Instant now) {
        return !scheduleId.isEmpty() && at.isAfter(now);
    }
}
