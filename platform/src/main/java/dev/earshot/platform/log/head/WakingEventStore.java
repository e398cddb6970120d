package dev.earshot.platform.log.head;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;

/**
 * An event store whose streams tell when there is something to read. Pooled processors then react within milliseconds;
 * otherwise they look twice a second. One thread sleeps at the head of the log and wakes them all, whichever node wrote.
 */
public final class WakingEventStore extends EmbeddedEventStore {
    private final Set<Wakeable> open = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean watching = new AtomicBoolean();
    private final List<LogWatcher> watchers;
    private volatile boolean closed;

    /** Has these told of every event of an aggregate. */
    public WakingEventStore(Builder builder, List<LogWatcher> watchers) {
        super(builder);
        this.watchers = watchers;
    }

    @Override
    public TrackingEventStream openStream(TrackingToken token) {
        return new Wakeable(super.openStream(token));
    }

    @Override
    public void shutDown() {
        closed = true;
        super.shutDown();
    }

    private void watchFromNowOn() {
        if (watching.compareAndSet(false, true)) {
            TrackingEventStream head = super.openStream(createHeadToken());
            Thread watcher = new Thread(() -> watch(head), "log-head");
            watcher.setDaemon(true);
            watcher.start();
        }
    }

    private void watch(TrackingEventStream head) {
        try (head) {
            while (!closed) {
                if (head.hasNextAvailable(1, TimeUnit.SECONDS)) {
                    open.forEach(Wakeable::wake);
                    while (head.hasNextAvailable()) {
                        tell(head.nextAvailable());
                    }
                    open.forEach(Wakeable::wake);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(TrackedEventMessage<?> event) {
        if (event instanceof DomainEventMessage<?> ofAggregate) {
            watchers.forEach(watcher -> watcher.appended(ofAggregate));
        }
    }

    private final class Wakeable implements TrackingEventStream {
        private final TrackingEventStream events;
        private volatile Runnable available = () -> {};

        private Wakeable(TrackingEventStream events) {
            this.events = events;
        }

        private void wake() {
            available.run();
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            available = callback;
            open.add(this);
            watchFromNowOn();
            return true;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return events.peek();
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            return events.hasNextAvailable(timeout, unit);
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            return events.nextAvailable();
        }

        @Override
        public void close() {
            open.remove(this);
            events.close();
        }
    }
}
