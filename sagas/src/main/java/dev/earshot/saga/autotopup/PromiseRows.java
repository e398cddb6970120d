package dev.earshot.saga.autotopup;

import dev.earshot.api.autotopup.AutoTopUpEvent;
import dev.earshot.api.autotopup.AutoTopUpEvent.AutoTopUpStarted;
import dev.earshot.api.id.AutoTopUpId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table of the facts that must have a consequence: of each automatic top-up the last one. */
@Component
class PromiseRows {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    PromiseRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void keep(AutoTopUpEvent fact, Instant dueAt) {
        jdbc.sql("""
                        INSERT INTO auto_top_up_promise (auto_top_up_id, kind, fact, due_at)
                        VALUES (:id, :kind, :fact, :dueAt)
                        ON CONFLICT (auto_top_up_id) DO UPDATE SET
                            kind = excluded.kind, fact = excluded.fact, due_at = excluded.due_at
                        """)
                .param("id", fact.autoTopUpId().value())
                .param("kind", fact.getClass().getSimpleName())
                .param("fact", json.writeValueAsString(fact))
                .param("dueAt", dueAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    void forget(AutoTopUpId id) {
        jdbc.sql("DELETE FROM auto_top_up_promise WHERE auto_top_up_id = :id")
                .param("id", id.value())
                .update();
    }

    /** Forgets it, unless a payment is under way. */
    void forgetUnlessStarted(AutoTopUpId id) {
        jdbc.sql("DELETE FROM auto_top_up_promise WHERE auto_top_up_id = :id AND kind <> :started")
                .param("id", id.value())
                .param("started", AutoTopUpStarted.class.getSimpleName())
                .update();
    }

    /** Takes what is due, the longest due first. Each is due again at {@code again} unless a new fact comes before. */
    List<AutoTopUpEvent> takeDue(Instant now, Instant again, int most) {
        return jdbc.sql("""
                        UPDATE auto_top_up_promise SET due_at = :again WHERE auto_top_up_id IN (
                            SELECT auto_top_up_id FROM auto_top_up_promise WHERE due_at <= :now
                            ORDER BY due_at LIMIT :most FOR UPDATE SKIP LOCKED)
                        RETURNING kind, fact
                        """)
                .param("again", again.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(this::fact)
                .list();
    }

    /** It need not be looked after before {@code then}, if it was to be at {@code before}. */
    void putBack(AutoTopUpId id, Instant before, Instant then) {
        jdbc.sql("UPDATE auto_top_up_promise SET due_at = :then WHERE auto_top_up_id = :id AND due_at = :before")
                .param("then", then.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    private AutoTopUpEvent fact(ResultSet row, int number) throws SQLException {
        String kind = row.getString("kind");
        Class<?> type = Arrays.stream(AutoTopUpEvent.class.getPermittedSubclasses())
                .filter(event -> event.getSimpleName().equals(kind))
                .findAny()
                .orElseThrow();
        return (AutoTopUpEvent) json.readValue(row.getString("fact"), type);
    }
}
