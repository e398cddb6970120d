package dev.earshot.query.stream;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Queue;

/**
 * What waits to be written to one client, bounded. Until the client has caught up with what it missed, news waits apart;
 * afterwards a fact that was already told, by its position, is not told again.
 */
final class Backlog {
    /** Passing figures are for clients that keep up: with this much waiting the next ones will do. */
    private static final int TOO_MUCH_FOR_PASSING = 8;

    private final Deque<Frame> waiting = new ArrayDeque<>();
    private final Queue<Frame> sinceConnected = new ArrayDeque<>();
    private final int limit;
    private boolean caughtUp;
    private long told;

    Backlog(int limit) {
        this.limit = limit;
    }

    /** Adds news; false when the client is too slow to be kept. */
    synchronized boolean add(Frame frame) {
        if (!caughtUp) {
            sinceConnected.add(frame);
            return sinceConnected.size() <= limit;
        }
        if (frame.position() == 0 || frame.position() > told) {
            take(frame);
        }
        return waiting.size() <= limit;
    }

    /** Adds figures that the next ones supersede, unless the client has enough to read already. */
    synchronized void addPassing(Frame frame) {
        if (caughtUp && waiting.size() < TOO_MUCH_FOR_PASSING) {
            waiting.add(frame);
        }
    }

    /** Begins with what the client missed and goes on with the news since it connected. */
    synchronized void catchUp(List<Frame> missed) {
        missed.forEach(this::take);
        caughtUp = true;
        sinceConnected.forEach(this::add);
        sinceConnected.clear();
    }

    /** The next message; null when there is none. */
    synchronized Frame next() {
        return waiting.poll();
    }

    private void take(Frame frame) {
        waiting.add(frame);
        told = Math.max(told, frame.position());
    }
}
