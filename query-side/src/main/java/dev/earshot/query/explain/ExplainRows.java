package dev.earshot.query.explain;

import dev.earshot.api.id.CallId;
import dev.earshot.query.fold.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
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
