package dev.earshot.query.reconciliation.report;

import dev.earshot.query.fold.Stored;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The talk of calls, and how far it was compared. */
@Component
class TalkRows {
    private final JdbcClient jdbc;

    TalkRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next calls that were not compared yet and have been over for so long, in the order in which they ended. */
    List<Talk> next(Instant settled, int most) {
        return jdbc.sql("""
                        SELECT * FROM call_talk
                        WHERE ended > (SELECT compared FROM talk_round) AND recorded_at <= :settled
                        ORDER BY ended LIMIT :most
                        """)
                .param("settled", settled.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(TalkRows::talk)
                .list();
    }

    /** Whether any media server has told of any call that ended since then. */
    boolean haveBeenMeasuredSince(Instant then) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM call_talk WHERE measured IS NOT NULL AND ended_at >= :then)")
                .param("then", then.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    void compared(long position) {
        jdbc.sql("UPDATE talk_round SET compared = :position")
                .param("position", position)
                .update();
    }

    /** An open break, and what is known of its call by now. */
    record Open(String breakId, Talk talk) {}

    List<Open> open() {
        return jdbc.sql("""
                        SELECT break_id, t.* FROM break_view b JOIN call_talk t ON t.call_id = b.reference
                        WHERE state = 'OPEN' AND movement = 'TALK' AND billed IS NOT NULL
                        """)
                .query((row, number) -> new Open(row.getString("break_id"), talk(row, number)))
                .list();
    }

    private static Talk talk(ResultSet row, int number) throws SQLException {
        var stored = new Stored(row);
        return new Talk(
                row.getString("call_id"),
                row.getLong("billed"),
                stored.number("measured"),
                row.getString("measured_by"),
                stored.instant("ended_at"),
                row.getLong("ended"));
    }
}
