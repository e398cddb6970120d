package dev.earshot.query.audit.chain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** Reads the log's rows as they are stored, past everything that would interpret them, in order and in constant memory. */
public final class RawLog {
    private static final String ROWS = "COPY (SELECT " + Field.columns() + " FROM domain_event WHERE %s"
            + " ORDER BY global_index LIMIT %d) TO STDOUT (FORMAT binary)";

    private RawLog() {}

    /** Takes the events one after the other. */
    @FunctionalInterface
    public interface Reader {
        void read(RawEvent event);
    }

    /** The next events after a position. */
    static void after(Connection connection, long position, int most, Reader reader) throws SQLException {
        read(connection, "global_index > " + position, most, reader);
    }

    /** All events between two positions, both included. */
    public static void between(Connection connection, long first, long last, Reader reader) throws SQLException {
        read(connection, "global_index BETWEEN " + first + " AND " + last, Long.MAX_VALUE, reader);
    }

    /** The event at a position. */
    public static Optional<RawEvent> at(Connection connection, long position) throws SQLException {
        List<RawEvent> found = new ArrayList<>();
        between(connection, position, position, found::add);
        return found.stream().findFirst();
    }

    private static void read(Connection connection, String which, long most, Reader reader) throws SQLException {
        CopiedRows rows = new CopiedRows(reader);
        CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(String.format(ROWS, which, most));
        try {
            for (byte[] chunk = copy.readFromCopy(); chunk != null; chunk = copy.readFromCopy()) {
                rows.take(chunk);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
