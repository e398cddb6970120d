package dev.earshot.query.lab.replay;

import java.time.Instant;
import java.util.Comparator;

/**
 * What would happen to a call on so large a grant, unless it grows before.
 *
 * @param isUsedUp whether its last second is used; else it asks for more, which comes first at the same moment
 */
record Due(ScriptCall call, Instant at, long granted, boolean isUsedUp) implements Comparable<Due> {
    private static final Comparator<Due> BY_TIME = Comparator.comparing(Due::at)
            .thenComparing(Due::isUsedUp)
            .thenComparing(due -> due.call().taped().requested().position());

    @Override
    public int compareTo(Due other) {
        return BY_TIME.compare(this, other);
    }
}
