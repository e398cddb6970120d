package dev.earshot.platform.log;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * Reads from some position on. As long as that is far behind the head, the next stretch is read while this one is handed out;
 * what nobody wants is told to us once for each type and is not fetched any more. Near the head it becomes the stream that
 * everybody reads. Used by one thread at a time, as processors do.
 */
final class CatchUpStream implements BlockingStream<TrackedEventMessage<?>> {
    /** Positions of the first stretch: few, for it fetches types that are not wanted. */
    private static final long FIRST = 200;

    private static final long LONGEST = 4_000;

    private final LogReader reader;
    private final Set<String> unwanted = ConcurrentHashMap.newKeySet();
    private final Deque<TrackedEventMessage<?>> read = new ArrayDeque<>();
    private long length = FIRST;
    private long position;
    private long head;
    private CompletableFuture<LogStretch> next;
    private BlockingStream<TrackedEventMessage<?>> live;
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
        long after = position;
        // All readers' stretches end at the same positions, so that they can be shared.
        long upTo = Math.min(head, Math.min(after + length, (after / LONGEST + 1) * LONGEST));
        length = Math.min(LONGEST, 2 * length);
        next = CompletableFuture.supplyAsync(() -> reader.stretch(after, upTo, unwanted), reader.ahead());
        next.whenComplete((stretch, failure) -> available.run());
    }

    /** Takes what was read ahead, if it is there by then, and lets more be read. */
    private boolean take(long timeout, TimeUnit unit) throws InterruptedException {
        try {
            LogStretch stretch = next.get(timeout, unit);
            read.addAll(stretch.events());
            position = stretch.upTo();
            goOn();
            return true;
        } catch (TimeoutException notYet) {
            return false;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new EventStoreException("the log could not be read", failed.getCause());
        }
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return !read.isEmpty() || live == null ? Optional.ofNullable(read.peek()) : live.peek();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long end = System.nanoTime() + unit.toNanos(timeout);
        while (read.isEmpty() && live == null) {
            if (!take(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                return false;
            }
        }
        long rest = Math.max(0, end - System.nanoTime());
        return !read.isEmpty()
                || live.hasNextAvailable((int) TimeUnit.NANOSECONDS.toMillis(rest), TimeUnit.MILLISECONDS);
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (read.isEmpty() && live == null) {
            take(1, TimeUnit.MINUTES);
        }
        return read.isEmpty() ? live.nextAvailable() : read.poll();
    }

    @Override
    public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> ignored) {
        if (live == null) {
            unwanted.add(ignored.getPayloadType().getName());
        } else {
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
