package dev.earshot.query.audit.verify;

import dev.earshot.query.audit.chain.Leaves;
import dev.earshot.query.audit.chain.RawLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Goes through the log as it is stored now. A few readers hash stretches of it ahead, each on a connection of its own; not more than two stretches for each
 * are in memory, and of an event only its hash.
 */
final class LogCursor implements AutoCloseable {
    private static final long STRETCH = 8192;

    private final DataSource database;
    private final long end;
    private final int ahead;
    private final ExecutorService readers;
    private final Deque<Future<Leaves>> reading = new ArrayDeque<>();
    private long next;
    private Leaves leaves = Leaves.NONE;
    private int index;

    /** From the first position to the last, with so many readers. */
    LogCursor(DataSource database, long first, long end, int readers) {
        this.database = database;
        this.end = end;
        this.ahead = 2 * readers;
        this.next = first;
        this.readers = Executors.newFixedThreadPool(readers, daemons());
    }

    /** To be called once, before anything else. */
    LogCursor begin() {
        load();
        return this;
    }

    boolean isAtEnd() {
        return index == leaves.size();
    }

    /** Where it is; beyond every position at the end. */
    long position() {
        return isAtEnd() ? Long.MAX_VALUE : leaves.position(index);
    }

    Leaves leaves() {
        return leaves;
    }

    int index() {
        return index;
    }

    void advance() {
        index++;
        if (isAtEnd()) {
            load();
        }
    }

    @Override
    public void close() {
        readers.shutdownNow();
    }

    private void load() {
        index = 0;
        leaves = Leaves.NONE;
        while (leaves.isEmpty() && (next <= end || !reading.isEmpty())) {
            while (next <= end && reading.size() < ahead) {
                long from = next;
                next += STRETCH;
                reading.add(readers.submit(() -> read(from, Math.min(end, from + STRETCH - 1))));
            }
            leaves = taken(reading.remove());
        }
    }

    private Leaves read(long first, long last) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Leaves.Growing growing = new Leaves.Growing();
            RawLog.between(connection, first, last, growing);
            return growing.grown();
        }
    }

    private static Leaves taken(Future<Leaves> read) {
        try {
            return read.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotVerify("The verification was interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException("The log cannot be read", e.getCause());
        }
    }

    private static CustomizableThreadFactory daemons() {
        var threads = new CustomizableThreadFactory("audit-reader-");
        threads.setDaemon(true);
        return threads;
    }
}
