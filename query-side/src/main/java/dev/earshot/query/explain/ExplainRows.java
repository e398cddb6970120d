package dev.earshot.query.explain;

import dev.earshot.api.id.CallId;
import dev.earshot.query.fold.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table of lines: appended, never changed. */
@Component
class ExplainRows {
    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    ExplainRows(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void save(List<Line> lines) {
        Columns.of(lines)
                .text(Line::callId)
                .number(Line::position)
                .text(Line::eventId)
                .name(Line::step)
                .instant(Line::at)
                .text(line -> json.writeValueAsString(line.detail()))
                .into(jdbc, """
                        INSERT INTO explain_line (call_id, position, event_id, step, at, detail)
                        SELECT * FROM unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::timestamptz[], ?::text[])
                        ON CONFLICT DO NOTHING
                        """);
    }

    List<Line> of(CallId callId) {
        return jdbc.query("SELECT * FROM explain_line WHERE call_id = ? ORDER BY position", this::line, callId.value());
    }

    /**
     * The calls of the same member that had used a grace of this line's day (UTC) when the line was written: those that held
     * one on that day, without those that had ended without having needed it.
     */
    List<String> gracesBefore(Line line) {
        Instant begin = line.at().truncatedTo(ChronoUnit.DAYS);
        return jdbc.queryForList(
                """
                SELECT held.call_id FROM explain_line held JOIN call_view USING (call_id)
                WHERE member_id = (SELECT member_id FROM call_view WHERE call_id = ?)
                    AND requested_at >= ? AND held.step = 'HELD' AND held.position < ? AND held.at >= ? AND held.at < ?
                    AND held.detail LIKE '%"pocket":"GRACE"%'
                    AND NOT EXISTS (SELECT FROM explain_line done WHERE done.call_id = held.call_id
                        AND done.position < ? AND (done.step = 'RELEASED'
                            OR done.step = 'CHARGED' AND done.detail NOT LIKE '%"pocket":"GRACE"%'))
                ORDER BY held.position""",
                String.class,
                line.callId(),
                Timestamp.from(begin.minus(1, ChronoUnit.DAYS)), // A hold follows its request within a minute or so.
                line.position(),
                Timestamp.from(begin),
                Timestamp.from(begin.plus(1, ChronoUnit.DAYS)),
                line.position());
    }

    void clear() {
        jdbc.execute("TRUNCATE explain_line");
    }

    private Line line(ResultSet row, int number) throws SQLException {
        var step = Step.valueOf(row.getString("step"));
        return new Line(
                row.getString("call_id"),
                row.getLong("position"),
                row.getString("event_id"),
                step,
                row.getTimestamp("at").toInstant(),
                json.readValue(row.getString("detail"), step.detail));
    }
}
