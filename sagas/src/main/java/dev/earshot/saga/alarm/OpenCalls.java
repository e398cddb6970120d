package dev.earshot.saga.alarm;

import dev.earshot.api.id.CallId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The calls that are not settled, each with the time its alarm should go off. Written in the transaction that sets the
 * alarm, kept apart from it: this is how an alarm that was lost is found.
 */
@Repository
class OpenCalls {
    private final JdbcClient sql;

    OpenCalls(JdbcClient sql) {
        this.sql = sql;
    }

    void expect(CallId callId, Instant dueAt) {
        sql.sql("""
                INSERT INTO open_call (call_id, due_at) VALUES (?, ?)
                ON CONFLICT (call_id) DO UPDATE SET due_at = excluded.due_at""").params(callId.value(), dueAt.atOffset(ZoneOffset.UTC)).update();
    }

    void close(CallId callId) {
        sql.sql("DELETE FROM open_call WHERE call_id = ?").param(callId.value()).update();
    }

    /**
     * Takes calls that were due before {@code dueBefore}, most overdue first; they count as due at {@code now} from then
     * on. No other node takes the same ones at the same time.
     */
    List<CallId> takeOverdue(Instant dueBefore, Instant now, int most) {
        return sql.sql("""
                UPDATE open_call SET due_at = :now WHERE call_id IN (
                    SELECT call_id FROM open_call WHERE due_at < :dueBefore
                    ORDER BY due_at LIMIT :most FOR UPDATE SKIP LOCKED)
                RETURNING call_id""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("dueBefore", dueBefore.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, number) -> new CallId(row.getString(1)))
                .list();
    }
}
