package dev.earshot.query.fold;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

/** Reads columns that may be empty: an empty column is null. */
public record Stored(ResultSet row) {
    /** A column of instants. */
    public Instant instant(String column) throws SQLException {
        Timestamp stored = row.getTimestamp(column);
        return stored == null ? null : stored.toInstant();
    }

    /** A column of integers. */
    public Long number(String column) throws SQLException {
        long stored = row.getLong(column);
        return row.wasNull() ? null : Long.valueOf(stored);
    }

    /** A column of names of constants. */
    public <E extends Enum<E>> E name(String column, Class<E> type) throws SQLException {
        String stored = row.getString(column);
        return stored == null ? null : Enum.valueOf(type, stored);
    }

    /** A column of arrays of texts. */
    public List<String> texts(String column) throws SQLException {
        Array stored = row.getArray(column);
        return stored == null ? null : List.of((String[]) stored.getArray());
    }
}
