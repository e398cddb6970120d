package dev.earshot.platform.log;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;

/** The log for processors that may have to read a lot of it: one reader for each, and threads that read ahead for all. */
public final class LogReaders implements DisposableBean {
    private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors() / 2);

    private final LogEngine engine;
    private final ObjectProvider<EventStore> log;
    private final Map<String, LogReader> readers = new ConcurrentHashMap<>();
    private final SharedStretches shared = new SharedStretches();
    /** How many readers are far behind. */
    private final AtomicInteger behind = new AtomicInteger();

    private final ScheduledExecutorService ahead =
            Executors.newScheduledThreadPool(THREADS, new AxonThreadFactory("log-ahead"));

    LogReaders(LogEngine engine, ObjectProvider<EventStore> log) {
        this.engine = engine;
        this.log = log;
    }

    /** The reader of this processing group, which handles events of these types. */
    public LogReader of(String group, Predicate<Class<?>> handles) {
        return readers.computeIfAbsent(
                group, name -> new LogReader(engine, log.getObject(), handles, ahead, shared, behind));
    }

    @Override
    public void destroy() {
        ahead.shutdownNow();
    }
}
