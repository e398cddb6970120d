package dev.earshot.command.lease;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The leases of one kind that all nodes know: a row from the moment a lease begins, in the transaction of the fact that
 * began it, to the moment it ends. Only beats are written late, by the second.
 */
public final class LeaseTable {
    private final JdbcClient jdbc;
    private final String table;

    /** A table with the columns {@code subject}, {@code holder} and {@code beat_at}. */
    public LeaseTable(JdbcClient jdbc, String table) {
        this.jdbc = jdbc;
        this.table = table;
    }

    /** Begins a lease as if its holder had just beaten; one that stands already is renewed. */
    public void insert(Lease lease, Instant at) {
        jdbc.sql(
                        "INSERT INTO " + table + " AS l (subject, holder, beat_at) VALUES (?, ?, ?)"
                                + " ON CONFLICT (subject, holder) DO UPDATE SET beat_at = GREATEST(l.beat_at, excluded.beat_at)")
                .params(lease.subject(), lease.holder(), Timestamp.from(at))
                .update();
    }

    /** Ends all leases on this subject. */
    public void delete(String subject) {
        jdbc.sql("DELETE FROM " + table + " WHERE subject = ?").param(subject).update();
    }

    /** The last beat that any node has recorded for this lease; empty when the lease has ended. */
    public Optional<Instant> lastBeat(Lease lease) {
        return jdbc.sql("SELECT beat_at FROM " + table + " WHERE subject = ? AND holder = ?")
                .params(lease.subject(), lease.holder())
                .query((row, number) -> beatOf(row))
                .optional();
    }

    /** The same of many in one question. */
    Map<Lease, Instant> lastBeats(Collection<Lease> leases) {
        String[] subjects = leases.stream().map(Lease::subject).toArray(String[]::new);
        String[] holders = leases.stream().map(Lease::holder).toArray(String[]::new);
        return leases(jdbc.sql("SELECT subject, holder, beat_at FROM " + table
                        + " JOIN unnest(?::text[], ?::text[]) AS asked (subject, holder) USING (subject, holder)")
                .params(subjects, holders));
    }

    /** The last recorded beat of whichever holder fell silent first; empty when the leases have ended. */
    public Optional<Instant> firstSilence(String subject) {
        return jdbc.sql("SELECT beat_at FROM " + table + " WHERE subject = ? ORDER BY beat_at LIMIT 1")
                .param(subject)
                .query((row, number) -> beatOf(row))
                .optional();
    }

    /** The leases without a recorded beat since then, with their last one. */
    Map<Lease, Instant> silentSince(Instant since) {
        return leases(jdbc.sql("SELECT subject, holder, beat_at FROM " + table + " WHERE beat_at < ?")
                .param(Timestamp.from(since)));
    }

    /** Every lease with its last recorded beat. */
    Map<Lease, Instant> all() {
        return leases(jdbc.sql("SELECT subject, holder, beat_at FROM " + table));
    }

    /** Writes beats in one statement. A beat never begins a lease, and never moves one back. Returns the leases still standing. */
    Set<Lease> update(Map<Lease, Instant> beats) {
        String[] subjects = beats.keySet().stream().map(Lease::subject).toArray(String[]::new);
        String[] holders = beats.keySet().stream().map(Lease::holder).toArray(String[]::new);
        Timestamp[] times = beats.values().stream().map(Timestamp::from).toArray(Timestamp[]::new);
        return new HashSet<>(jdbc.sql("UPDATE " + table + " AS l SET beat_at = GREATEST(l.beat_at, b.beat_at)"
                        + " FROM unnest(?::text[], ?::text[], ?::timestamptz[]) AS b (subject, holder, beat_at)"
                        + " WHERE l.subject = b.subject AND l.holder = b.holder RETURNING l.subject, l.holder")
                .params(subjects, holders, times)
                .query((row, number) -> leaseOf(row))
                .list());
    }

    private static Map<Lease, Instant> leases(StatementSpec question) {
        Map<Lease, Instant> beats = new HashMap<>();
        question.query(row -> {
            beats.put(leaseOf(row), beatOf(row));
        });
        return beats;
    }

    private static Lease leaseOf(ResultSet row) throws SQLException {
        return new Lease(row.getString("subject"), row.getString("holder"));
    }

    private static Instant beatOf(ResultSet row) throws SQLException {
        return row.getTimestamp("beat_at").toInstant();
    }
}
