package dev.earshot.query.news;

import dev.earshot.api.id.AccountId;
import dev.earshot.query.fold.Columns;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table of what was told to whom. */
@Component
public class NewsRows {
    private final JdbcTemplate jdbc;

    NewsRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What this account was told after {@code position}, in order; one row more than {@code atMost} tells of too many. */
    public List<Fact> after(AccountId account, long position, int atMost) {
        return jdbc.query(
                """
                SELECT position, kind, body FROM stream_fact WHERE account_id = ? AND position > ?
                ORDER BY position LIMIT ?
                """,
                (row, number) ->
                        new Fact(row.getLong("position"), Kind.valueOf(row.getString("kind")), row.getString("body")),
                account.value(),
                position,
                atMost + 1);
    }

    /** The last position whose facts may be gone. */
    public long swept() {
        return jdbc.queryForObject("SELECT position FROM stream_swept", Long.class);
    }

    void save(List<Row> rows) {
        Columns.of(rows)
                .text(row -> row.account().value())
                .number(Row::position)
                .name(Row::kind)
                .text(Row::body)
                .instant(Row::at)
                .into(jdbc, """
                        INSERT INTO stream_fact (account_id, position, kind, body, at)
                        SELECT * FROM unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::timestamptz[])
                        ON CONFLICT DO NOTHING
                        """);
    }

    void sweepBefore(Instant oldest) {
        var last = jdbc.queryForObject("""
                WITH gone AS (DELETE FROM stream_fact WHERE at < ?::timestamptz RETURNING position)
                SELECT max(position) FROM gone
                """, Long.class, oldest.toString());
        if (last != null) {
            sweptTo(last);
        }
    }

    void sweptTo(long position) {
        jdbc.update("UPDATE stream_swept SET position = greatest(position, ?)", position);
    }

    void clear() {
        jdbc.execute("TRUNCATE stream_fact");
        jdbc.update("UPDATE stream_swept SET position = 0");
    }

    record Row(AccountId account, long position, Kind kind, String body, Instant at) {}
}
