package dev.earshot.query.audit.verify.finding;

import java.util.Comparator;

/**
 * Something wrong.
 *
 * @param position where in the log; the first position that may be wrong, if it cannot be told exactly
 * @param until the last position that may be; the same where it can be told
 * @param text the same in words
 */
public record Finding(Flaw flaw, long position, long until, String text) {
    /** By the place in the log; what is first in the order of flaws is named first. */
    public static final Comparator<Finding> IN_ORDER =
            Comparator.comparingLong(Finding::position).thenComparing(Finding::flaw);

    public static Finding at(long position, Flaw flaw, String text, Object... arguments) {
        return between(position, position, flaw, text, arguments);
    }

    public static Finding between(long position, long until, Flaw flaw, String text, Object... arguments) {
        return new Finding(flaw, position, until, String.format(text, arguments));
    }
}
