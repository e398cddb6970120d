package dev.earshot.query.reconciliation.report;

import dev.earshot.api.reconciliation.Movement;
import java.time.Instant;
import java.util.List;

/**
 * One thing in two books.
 *
 * @param own whether it belongs to the report that is being compared, and not to an older break only
 * @param told what they say; {@link Told#NOTHING} where they say nothing
 * @param known what our log says, each time that something moved, the oldest first
 */
record Compared(Movement movement, String reference, boolean own, Told told, List<Known> known) {
    /**
     * Their lines in sum.
     *
     * @param mostAlike how many of them are alike: of one thing, in one direction
     * @param currencies one, or two where they contradict themselves
     */
    record Told(
            long lines,
            long mostAlike,
            long amount,
            long fee,
            long net,
            boolean addsUp,
            List<String> currencies,
            Instant at) {
        static final Told NOTHING = new Told(0, 0, 0, 0, 0, true, List.of(), Instant.EPOCH);
    }

    /** One time that something moved; {@code due} when their reports should have it by now. */
    record Known(long amount, String currency, boolean due, Instant at) {}
}
