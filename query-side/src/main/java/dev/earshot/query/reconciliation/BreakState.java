package dev.earshot.query.reconciliation;

import dev.earshot.api.reconciliation.BreakEvent.BreakFound;
import dev.earshot.api.reconciliation.BreakEvent.BreakResolved;
import dev.earshot.api.reconciliation.Finding;
import dev.earshot.api.reconciliation.ResolveReason;
import dev.earshot.query.fold.Folded;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** A break as its events have left it. */
final class BreakState extends Folded {
    final String breakId;
    Finding finding;
    String source;
    State state;
    Instant openSince;
    Instant endedAt;
    String resolvedBy;
    ResolveReason reason;
    String note; // Its name, or what is noted where the fact tells it.
    long found;

    BreakState(String breakId) {
        this(breakId, 0);
    }

    BreakState(String breakId, long position) {
        super(position);
        this.breakId = breakId;
    }

    /** Other figures make it no younger; only what was closed or resolved in between begins to age anew. */
    void on(BreakFound event) {
        openSince = state == State.OPEN ? openSince : event.at();
        found = found == 0 ? position() : found;
        finding = event.finding();
        source = event.source();
        state = State.OPEN;
        endedAt = null;
        resolvedBy = null;
        reason = null;
        note = null;
    }

    void closed(Instant at) {
        state = State.CLOSED;
        endedAt = at;
    }

    void on(BreakResolved event) {
        state = State.RESOLVED;
        endedAt = event.at();
        resolvedBy = event.by().value();
        reason = event.reason();
        note = event.note();
    }

    /** What these have for notes, as far as they have any. */
    static Set<String> notesOf(Collection<BreakState> breaks) {
        return breaks.stream().map(found -> found.note).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** What became of it. */
    enum State {
        OPEN,
        /** The books agree by now. */
        CLOSED,
        /** Finance has looked into it. */
        RESOLVED
    }
}
