package dev.earshot.saga.open;

import dev.earshot.api.id.CallId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One row for each call that is not settled; every statement takes any number of them. */
@Repository
class OpenCallTable {
    private final JdbcClient sql;

    OpenCallTable(JdbcClient sql) {
        this.sql = sql;
    }

    List<OpenCall> of(Collection<CallId> calls) {
        return sql.sql("SELECT call_id, process_id, state FROM open_call WHERE call_id = ANY (?)")
                .param(column(calls, CallId::value))
                .query(OpenCallTable::row)
                .list();
    }

    void insert(Collection<OpenCall> calls) {
        sql.sql("""
                INSERT INTO open_call (call_id, process_id, state, due_at, story)
                SELECT * FROM unnest(?::varchar[], ?::varchar[], ?::text[], ?::text[]::timestamptz[], ?::varchar[])""")
                .params(
                        column(calls, call -> call.callId().value()),
                        column(calls, OpenCall::processId),
                        column(calls, OpenCall::state),
                        column(calls, OpenCallTable::due),
                        column(calls, OpenCall::story))
                .update();
    }

    void update(Collection<OpenCall> calls) {
        sql.sql("""
                UPDATE open_call SET state = news.state, due_at = news.due_at
                FROM unnest(?::varchar[], ?::text[], ?::text[]::timestamptz[]) AS news (call_id, state, due_at)
                WHERE open_call.call_id = news.call_id""")
                .params(
                        column(calls, call -> call.callId().value()),
                        column(calls, OpenCall::state),
                        column(calls, OpenCallTable::due))
                .update();
    }

    void delete(Collection<OpenCall> calls) {
        sql.sql("DELETE FROM open_call WHERE call_id = ANY (?)")
                .param(column(calls, call -> call.callId().value()))
                .update();
    }

    /**
     * Takes calls that are due, most overdue first; if nothing changes them they are due again at {@code again}. No other
     * node takes the same ones at the same time.
     */
    List<DueCall> takeDue(Instant now, Instant again, int most) {
        return sql.sql("""
                UPDATE open_call SET due_at = :again WHERE call_id IN (
                    SELECT call_id FROM open_call WHERE due_at <= :now
                    ORDER BY due_at LIMIT :most FOR UPDATE SKIP LOCKED)
                RETURNING call_id, story""")
                .param("again", again.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, number) -> new DueCall(new CallId(row.getString(1)), row.getString(2)))
                .list();
    }

    private static OpenCall row(ResultSet row, int number) throws SQLException {
        return new OpenCall(new CallId(row.getString(1)), row.getString(2), row.getString(3), null, null);
    }

    private static String due(OpenCall call) {
        return call.dueAt() == null ? null : call.dueAt().toString();
    }

    private static <T> String[] column(Collection<T> rows, Function<T, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
