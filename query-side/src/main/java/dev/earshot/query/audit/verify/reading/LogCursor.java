package dev.earshot.query.audit.verify.reading;

import dev.earshot.query.audit.chain.Leaves;
import dev.earshot.query.audit.chain.RawLog;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Goes through the log as it is stored now. A few readers hash stretches of it ahead, each on a connection of its own; not more than two stretches for each
 * are in memory, and of an event only its hash.
 */
public final class LogCursor implements AutoCloseable {
    private static final long STRETCH = 8192;

    private final DataSource database;
    private final long end;
    private final int ahead;
    private final ReadAhead<Leaves> reading;
    private long next;
    private Leaves leaves = Leaves.NONE;
    private int index;

    /** From the first position to the last, with so many readers. */
    public LogCursor(DataSource database, long first, long end, int readers) {
        this.database = database;
        this.end = end;
        this.ahead = 2 * readers;
        this.next = first;
        this.reading = new ReadAhead<>(readers, "audit-reader-", "The log");
    }

    /** To be called once, before anything else. */
    public LogCursor begin() {
        load();
        return this;
    }

    public boolean isAtEnd() {
        return index == leaves.size();
    }

    /** Where it is; beyond every position at the end. */
    public long position() {
        return isAtEnd() ? Long.MAX_VALUE : leaves.position(index);
    }

    public Leaves leaves() {
        return leaves;
    }

    public int index() {
        return index;
    }

    public void advance() {
        index++;
        if (isAtEnd()) {
            load();
        }
    }

    @Override
    public void close() {
        reading.close();
    }

    private void load() {
        index = 0;
        leaves = Leaves.NONE;
        while (leaves.isEmpty() && (next <= end || reading.size() > 0)) {
            while (next <= end && reading.size() < ahead) {
                long from = next;
                next += STRETCH;
                reading.ask(() -> read(from, Math.min(end, from + STRETCH - 1)));
            }
            leaves = reading.take();
        }
    }

    private Leaves read(long first, long last) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Leaves.Growing growing = new Leaves.Growing();
            RawLog.between(connection, first, last, growing);
            return growing.grown();
        }
    }
}
