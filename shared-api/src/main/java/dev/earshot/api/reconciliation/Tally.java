package dev.earshot.api.reconciliation;

import java.util.List;

/**
 * What a report came to.
 *
 * @param lines how many lines it has
 * @param beside how many of them are about what our log does not tell of: fees of their own, money sent to our own bank
 * @param compared how many movements were compared
 * @param breaks how many breaks of each kind there are, in the order of the kinds
 */
public record Tally(long lines, long beside, long compared, List<BreakCount> breaks) {
    public Tally {
        breaks = List.copyOf(breaks);
    }
}
