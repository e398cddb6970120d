package dev.earshot.query.stream;

import dev.earshot.api.id.AccountId;
import dev.earshot.platform.work.Daemons;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The clients connected to this node, by account. News finds its clients without looking at anyone else's. */
@Component
class Streams implements SmartLifecycle {
    private final Map<AccountId, List<Connection>> connections = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private final StreamSettings settings;
    private final Clock clock;
    private final ExecutorService writers;
    private final ScheduledExecutorService heart =
            Executors.newSingleThreadScheduledExecutor(Daemons.named("stream-heart-"));
    private volatile boolean running;

    Streams(StreamSettings settings, Clock clock, MeterRegistry meters) {
        this.settings = settings;
        this.clock = clock;
        this.writers = Executors.newFixedThreadPool(settings.writers(), Daemons.named("stream-writer-"));
        meters.gauge("earshot.streams", open);
    }

    boolean isEmpty() {
        return connections.isEmpty();
    }

    /** The connections of this account; none for most. */
    List<Connection> of(AccountId account) {
        return connections.getOrDefault(account, List.of());
    }

    /**
     * Connects a client until its token expires. News is held back from this moment on; {@code missed} is asked
     * afterwards, so that nothing falls between the two.
     */
    void connect(AccountId account, Instant expiresAt, AsyncContext async, Supplier<List<Frame>> missed)
            throws IOException {
        async.setTimeout(millisUntil(expiresAt));
        var backlog = new Backlog(settings.backlog());
        var connection = new Connection(account, backlog, async, writers, this::forget);
        register(connection);
        backlog.catchUp(missed.get());
        connection.write();
    }

    /** Never 0, for a servlet takes that for ever. */
    private long millisUntil(Instant expiresAt) {
        long left = Duration.between(clock.instant(), expiresAt).toMillis();
        return Math.max(1, Math.min(left, settings.timeout().toMillis()));
    }

    private void register(Connection connection) {
        Deque<Connection> surplus = new ArrayDeque<>();
        open.incrementAndGet();
        connections.compute(connection.account, (account, before) -> {
            Deque<Connection> now = new ArrayDeque<>(before == null ? List.of() : before);
            now.add(connection);
            while (now.size() > settings.perAccount()) {
                surplus.add(now.poll());
            }
            return List.copyOf(now);
        });
        surplus.forEach(Connection::replace);
    }

    private void forget(Connection connection) {
        open.decrementAndGet();
        connections.computeIfPresent(connection.account, (account, before) -> {
            var others = before.stream().filter(other -> other != connection).toList();
            return others.isEmpty() ? null : others;
        });
    }

    @Override
    public void start() {
        long every = settings.heartbeat().toMillis();
        heart.scheduleAtFixedRate(
                () -> everyone().forEach(c -> c.send(Frame.HEARTBEAT)), every, every, TimeUnit.MILLISECONDS);
        running = true;
    }

    /** Runs before the web server waits for its requests to end: these would not end by themselves. */
    @Override
    public void stop() {
        running = false;
        heart.shutdownNow();
        everyone().forEach(Connection::close);
        writers.shutdown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private List<Connection> everyone() {
        return connections.values().stream().flatMap(List::stream).toList();
    }
}
