package dev.earshot.app.generate.log;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Puts rows into the log by one {@code COPY}: all of them in one transaction or none, and only where there are none yet. The
 * log's own trigger takes its lock, and its own sequence hands out the positions, so they follow one another without a gap.
 */
public final class LogCopy implements AutoCloseable {
    private static final String COPY = "COPY domain_event (event_id, aggregate_id, sequence_number, aggregate_type,"
            + " time_stamp, payload_type, payload_revision, payload, meta_data) FROM STDIN (FORMAT binary)";

    private final Connection connection;
    private final CopyIn copy;

    private LogCopy(Connection connection, CopyIn copy) {
        this.connection = connection;
        this.copy = copy;
    }

    /** Begins, unless the log has anything in it already: then it is {@link NotEmpty}. */
    public static LogCopy into(DataSource database) throws SQLException, NotEmpty {
        Connection connection = database.getConnection();
        try {
            connection.setAutoCommit(false);
            refuseUnlessEmpty(connection);
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
            byte[] header = Rows.header();
            copy.writeToCopy(header, 0, header.length);
            return new LogCopy(connection, copy);
        } catch (SQLException | NotEmpty e) {
            connection.close();
            throw e;
        }
    }

    private static void refuseUnlessEmpty(Connection connection) throws SQLException, NotEmpty {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT EXISTS (SELECT FROM domain_event)")) {
            found.next();
            if (found.getBoolean(1)) {
                throw new NotEmpty();
            }
        }
    }

    /** Adds rows behind those that were added before. */
    public void add(byte[] rows) throws SQLException {
        copy.writeToCopy(rows, 0, rows.length);
    }

    /** Makes them all durable. Without it nothing was added. */
    public void commit() throws SQLException {
        byte[] trailer = Rows.trailer();
        copy.writeToCopy(trailer, 0, trailer.length);
        copy.endCopy();
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        try {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
            connection.rollback();
        } finally {
            connection.close();
        }
    }
}
