package dev.earshot.saga.meter.running;

import dev.earshot.api.id.CallId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.eventhandling.Segment;
import org.springframework.stereotype.Component;

/** The segments of calls this node meters: those whose facts it handles. */
@Component
public class OwnedSegments {
    private final RunningCallTable table;
    private final List<MeteredSegment> owned = new CopyOnWriteArrayList<>();

    OwnedSegments(RunningCallTable table) {
        this.table = table;
    }

    /** Lets go of what this node no longer owns or no longer trusts, and reads what it does not have. */
    public void own(Set<Segment> segments) {
        owned.removeIf(mine -> mine.isDoubtful() || !segments.contains(mine.segment()));
        segments.stream()
                .filter(segment ->
                        owned.stream().noneMatch(mine -> mine.segment().equals(segment)))
                .forEach(this::claim);
    }

    private void claim(Segment segment) {
        MeteredSegment claimed = new MeteredSegment(segment);
        owned.add(claimed); // From here on it hears of changes, so reading what is older misses none.
        try {
            claimed.load(table::of);
        } catch (RuntimeException unread) {
            owned.remove(claimed);
            throw unread;
        }
    }

    /** Nothing in memory is trusted any more. */
    public void disownAll() {
        owned.clear();
    }

    /** The segments owned now. */
    public Collection<MeteredSegment> all() {
        return owned;
    }

    /** These were committed. */
    public void apply(Changes changes) {
        owned.forEach(segment -> segment.apply(changes));
    }

    /** These may or may not have been committed: their segments are read anew. */
    public void doubt(Changes changes) {
        owned.forEach(segment -> segment.doubt(changes));
    }

    /** The end that this call was to come to did not get through. */
    public void forgetEnd(CallId callId) {
        owned.forEach(segment -> segment.forgetEnd(callId));
    }

    /** How many calls have a hold here. */
    public int calls() {
        return owned.stream().mapToInt(MeteredSegment::size).sum();
    }
}
