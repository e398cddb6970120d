package dev.earshot.platform.log;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * The log as one processor reads it. Far behind the head it comes in stretches ({@link LogStretch}), read on another thread
 * than the one that folds, and without what the processor has nothing to do with; near the head it is what everybody reads.
 */
public final class LogReader implements StreamableMessageSource<TrackedEventMessage<?>> {
    /** So many positions behind the head is far; less is read from the memory of the log's last events. */
    static final long FAR = 4_000;

    private final LogEngine engine;
    private final EventStore log;
    private final Predicate<Class<?>> handles;
    private final Executor ahead;
    private final SharedStretches shared;
    private final AtomicInteger behind;
    /** Whether each type that was met is wanted. */
    private final Map<Class<?>, Boolean> wanted = new ConcurrentHashMap<>();

    private volatile boolean farBehind;

    LogReader(
            LogEngine engine,
            EventStore log,
            Predicate<Class<?>> handles,
            Executor ahead,
            SharedStretches shared,
            AtomicInteger behind) {
        this.engine = engine;
        this.log = log;
        this.handles = handles;
        this.ahead = ahead;
        this.shared = shared;
        this.behind = behind;
    }

    /** Whether so much is unread that gathering commits for a while would be a waste of time. */
    public boolean isFarBehind() {
        return farBehind;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken token) {
        return new CatchUpStream(this, positionOf(token));
    }

    @Override
    public TrackingToken createTailToken() {
        return log.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return log.createHeadToken();
    }

    /** The next events that are wanted. Who reads alone does not even fetch the others. */
    CompletableFuture<LogStretch> stretch(long after, long upTo, Runnable begun) {
        CompletableFuture<RawStretch> raw = behind.get() > 1
                ? shared.of(after, () -> fetch(after, upTo, Set.of()))
                : fetch(after, upTo, unwanted());
        return raw.thenApplyAsync(all -> new LogStretch(all.upTo(), all.wanted(this::wants), begun), ahead);
    }

    private CompletableFuture<RawStretch> fetch(long after, long upTo, Set<String> without) {
        return CompletableFuture.supplyAsync(() -> engine.raw(after, upTo, without), ahead);
    }

    private boolean wants(Class<?> type) {
        return wanted.computeIfAbsent(type, handles::test);
    }

    /** By the names under which they are stored. */
    private Set<String> unwanted() {
        return wanted.entrySet().stream()
                .filter(type -> !type.getValue())
                .map(type -> type.getKey().getName())
                .collect(Collectors.toSet());
    }

    long head() {
        return positionOf(engine.createHeadToken());
    }

    /** Everything after a position, from now on as it is appended. */
    BlockingStream<TrackedEventMessage<?>> live(long after) {
        return log.openStream(LogEngine.tokenAt(after));
    }

    synchronized void farBehind(boolean now) {
        if (now != farBehind) {
            behind.addAndGet(now ? 1 : -1);
            farBehind = now;
        }
    }

    private static long positionOf(TrackingToken token) {
        return token == null
                ? 0
                : Math.max(0, WrappedToken.unwrapLowerBound(token).position().orElse(0));
    }
}
