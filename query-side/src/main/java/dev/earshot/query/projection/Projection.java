package dev.earshot.query.projection;

import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;

/**
 * How far one stored view has come.
 *
 * @param position it knows everything up to here
 * @param head the end of the log
 * @param lag events between the two
 * @param status what it is doing on this node
 * @param reason why it has failed, without anybody's data; empty while it has not
 * @param progress percent of the log read since it was last built from nothing, 0 to 100
 */
record Projection(String name, long position, long head, long lag, Status status, String reason, int progress) {
    private static final int ALL = 100;

    /** What a view is doing. */
    enum Status {
        RUNNING,
        /** Reading the log from its beginning; answers from this view are incomplete until it is done. */
        REBUILDING,
        /** Not on this node. */
        STOPPED,
        /** Its last batch failed, and is tried again; or it could not be set back. What it answers grows older. */
        FAILED
    }

    static Projection of(String name, TrackingToken token, long head, Status status, String reason) {
        long position = token == null ? 0 : token.position().orElse(0);
        long goal = goalOf(token);
        boolean rebuilding = position < goal;
        return new Projection(
                name,
                position,
                head,
                Math.max(0, head - position),
                rebuilding && status == Status.RUNNING ? Status.REBUILDING : status,
                reason,
                progress(position, rebuilding ? goal : status == Status.FAILED ? head : 0));
    }

    private static int progress(long position, long goal) {
        return position >= goal ? ALL : (int) (ALL * position / goal);
    }

    boolean isRebuilding() {
        return status == Status.REBUILDING;
    }

    /** Where a view that is built again will know what it knew before. */
    private static long goalOf(TrackingToken token) {
        return token instanceof ReplayToken replay && replay.getTokenAtReset() != null
                ? replay.getTokenAtReset().position().orElse(0)
                : 0;
    }
}
