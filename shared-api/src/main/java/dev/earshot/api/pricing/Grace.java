package dev.earshot.api.pricing;

/**
 * The courtesy for calls that run out early.
 *
 * @param untilSecond the second a running-out call may reach for free; 0 means no grace
 * @param perDay how many calls of one member a day (UTC) may use it
 */
public record Grace(long untilSecond, int perDay) {
    public Grace {
        if (untilSecond < 0 || perDay < 0) {
            throw new IllegalArgumentException("grace out of range: " + untilSecond + " s, " + perDay + " a day");
        }
    }
}
