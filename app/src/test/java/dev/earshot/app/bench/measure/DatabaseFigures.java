package dev.earshot.app.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the database of a running Earshot can tell about its work. */
public final class DatabaseFigures {
    private final JdbcClient sql;

    private DatabaseFigures(JdbcClient sql) {
        this.sql = sql;
    }

    static DatabaseFigures in(Path data) {
        try {
            List<String> server = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
            String password =
                    Files.readString(data.resolve("secrets/database-password")).strip();
            return new DatabaseFigures(JdbcClient.create(new DriverManagerDataSource(
                    "jdbc:postgresql://127.0.0.1:" + server.get(3).strip() + "/earshot", "postgres", password)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Counters that only grow. */
    public record Work(long commits, long walBytes, long events) {
        public Work since(Work before) {
            return new Work(commits - before.commits, walBytes - before.walBytes, events - before.events);
        }
    }

    public Work work() {
        return sql.sql("SELECT xact_commit, pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint,"
                        + " (SELECT coalesce(max(global_index), 0) FROM domain_event)"
                        + " FROM pg_stat_database WHERE datname = current_database()")
                .query((row, number) -> new Work(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    /** Has the database note when each transaction was committed, from its next start on. */
    public void noteCommitTimes() {
        sql.sql("ALTER SYSTEM SET track_commit_timestamp = on").update();
    }

    /** When the events behind this position were committed, in microseconds of the epoch. */
    public Map<Long, Long> commitTimesAfter(long position) {
        Map<Long, Long> times = new HashMap<>();
        sql.sql("SELECT global_index, (extract(epoch FROM pg_xact_commit_timestamp(xmin)) * 1000000)::bigint"
                        + " FROM domain_event WHERE global_index > ?")
                .param(position)
                .query(row -> {
                    times.put(row.getLong(1), row.getLong(2));
                });
        return times;
    }
}
