package dev.earshot.saga.meter.running;

import dev.earshot.api.id.CallId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.axonframework.eventhandling.Segment;

/**
 * One segment this node owns. Its calls are read from the table when it is claimed; what is committed meanwhile waits, and
 * is applied on top. Used by the thread that ticks and by those that handle facts.
 */
public final class MeteredSegment {
    private final Segment segment;
    private final RunningCalls calls = new RunningCalls();
    private final List<Changes> waiting = new ArrayList<>();
    private boolean loaded;
    private boolean doubtful;
    private long toldAt;

    MeteredSegment(Segment segment) {
        this.segment = segment;
    }

    /** Which segment this is. */
    public Segment segment() {
        return segment;
    }

    /** Reads the calls. Whatever was committed before this began is in the table, whatever comes later is told. */
    void load(Function<Segment, RunningCallTable.Rows> table) {
        RunningCallTable.Rows rows = table.apply(segment);
        synchronized (this) {
            rows.forEach(calls::add);
            waiting.forEach(this::applyOurs);
            waiting.clear();
            loaded = true;
        }
    }

    synchronized void apply(Changes changes) {
        if (loaded) {
            applyOurs(changes);
        } else {
            waiting.add(changes);
        }
    }

    /** These may or may not have been committed: what is in memory may be wrong. */
    synchronized void doubt(Changes changes) {
        doubtful |= changes.concern(this::owns);
    }

    synchronized boolean isDoubtful() {
        return doubtful;
    }

    /**
     * Whether its moment has come since it told last. Each segment has a moment of its own within the span between two of
     * its ticks, so that the machine works all the time and not in jerks.
     */
    public synchronized boolean isDue(Instant at, Duration tick, int moments) {
        long span = tick.toMillis();
        long offset = span * (segment.getSegmentId() % moments) / moments;
        long moment = at.toEpochMilli() - Math.floorMod(at.toEpochMilli() - offset, span);
        return moment > toldAt;
    }

    /** Adds what the calls of this segment have to tell. */
    public synchronized void tell(Tick tick) {
        calls.tell(tick);
        toldAt = tick.at().toEpochMilli();
    }

    /** What was told did not get through: with the next tick everything is told again. */
    public synchronized void forget() {
        calls.forget();
    }

    synchronized void forgetEnd(CallId callId) {
        calls.forgetEnd(callId);
    }

    synchronized int size() {
        return calls.size();
    }

    private void applyOurs(Changes changes) {
        calls.apply(changes, this::owns);
    }

    private boolean owns(CallId callId) {
        return segment.matches(RunningCallTable.hash(callId));
    }
}
