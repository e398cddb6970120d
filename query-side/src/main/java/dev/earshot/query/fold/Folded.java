package dev.earshot.query.fold;

/** A row that remembers the last event folded into it, so that an event seen again changes nothing. */
public abstract class Folded {
    private long position;

    /** A row as it stands after the event at this position; 0 when none has been folded yet. */
    protected Folded(long position) {
        this.position = position;
    }

    /** The position of the last event folded into this row. */
    public final long position() {
        return position;
    }

    final boolean reach(LogEntry entry) {
        if (entry.position() <= position) {
            return false;
        }
        position = entry.position();
        return true;
    }
}
