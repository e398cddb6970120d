package dev.earshot.platform.log;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * Reads from some position on. As long as that is far behind the head, each message is a whole stretch of the log, and the
 * next one is read while this one is handled; it is handed out when this one has been begun, so that no more than one waits.
 * Near the head this becomes the stream that everybody reads. Used by one thread at a time, as processors do.
 */
final class CatchUpStream implements BlockingStream<TrackedEventMessage<?>> {
    /** Positions of a stretch. */
    private static final long LONGEST = 4_000;

    private final LogReader reader;
    private long position;
    private long head;
    private CompletableFuture<LogStretch> next;
    private BlockingStream<TrackedEventMessage<?>> live;
    /** Whether the last stretch has not been begun. */
    private volatile boolean waiting;

    private volatile Runnable available = () -> {};

    CatchUpStream(LogReader reader, long position) {
        this.reader = reader;
        this.position = position;
        goOn();
    }

    /** Reads the next stretch, or turns to the live stream. */
    private void goOn() {
        if (head - position < LogReader.FAR) {
            head = reader.head();
        }
        boolean far = head - position >= LogReader.FAR;
        reader.farBehind(far);
        if (!far) {
            live = reader.live(position);
            live.setOnAvailableCallback(available);
            return;
        }
        // All readers' stretches end at the same positions, so that they can be shared.
        long upTo = Math.min(head, (position / LONGEST + 1) * LONGEST);
        next = reader.stretch(position, upTo, this::begun);
        next.whenComplete((stretch, failure) -> available.run());
    }

    private void begun() {
        waiting = false;
        available.run();
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return live == null ? Optional.empty() : live.peek();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        if (live != null) {
            return live.hasNextAvailable(timeout, unit);
        }
        try {
            return !waiting && read(timeout, unit) != null;
        } catch (TimeoutException notYet) {
            return false;
        }
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        if (live != null) {
            return live.nextAvailable();
        }
        try {
            LogStretch stretch = read(1, TimeUnit.MINUTES);
            position = stretch.upTo();
            waiting = true;
            goOn();
            return new GenericTrackedEventMessage<>(
                    LogEngine.tokenAt(stretch.upTo()), new GenericEventMessage<>(stretch));
        } catch (TimeoutException e) {
            throw new EventStoreException("the log could not be read after " + position + " within a minute", e);
        }
    }

    private LogStretch read(long timeout, TimeUnit unit) throws InterruptedException, TimeoutException {
        try {
            return next.get(timeout, unit);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new EventStoreException("the log could not be read after " + position, failed.getCause());
        }
    }

    @Override
    public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> ignored) {
        if (live != null) {
            live.skipMessagesWithPayloadTypeOf(ignored);
        }
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        available = callback;
        if (live != null) {
            live.setOnAvailableCallback(callback);
        }
        return true;
    }

    @Override
    public void close() {
        reader.farBehind(false);
        if (live != null) {
            live.close();
        }
    }
}
