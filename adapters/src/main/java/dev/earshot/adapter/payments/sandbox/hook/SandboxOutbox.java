package dev.earshot.adapter.payments.sandbox.hook;

import dev.earshot.adapter.payments.sandbox.WhenSandbox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of what the network has to tell. */
@Component
@WhenSandbox
class SandboxOutbox {
    private final JdbcClient jdbc;

    SandboxOutbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An event that is being delivered.
     *
     * @param attempts how often it has been tried, this time included
     */
    record Letter(String eventId, String body, Instant happenedAt, int attempts) {}

    void add(String eventId, String body, Instant happenedAt, Instant dueAt, int deliveries) {
        jdbc.sql("""
                        INSERT INTO sandbox_event (event_id, body, happened_at, due_at, to_come)
                        VALUES (:eventId, :body, :happenedAt, :dueAt, :deliveries)
                        ON CONFLICT DO NOTHING
                        """)
                .param("eventId", eventId)
                .param("body", body)
                .param("happenedAt", at(happenedAt))
                .param("dueAt", at(dueAt))
                .param("deliveries", deliveries)
                .update();
    }

    /** Takes those that are due. If whoever takes one dies, it is due again at the end of the lease. */
    List<Letter> take(int most, Instant now, Instant leaseEnd) {
        return jdbc.sql("""
                        UPDATE sandbox_event SET attempts = attempts + 1, due_at = :leaseEnd
                        WHERE event_id IN (
                            SELECT event_id FROM sandbox_event WHERE to_come > 0 AND due_at <= :now
                            ORDER BY due_at LIMIT :most FOR UPDATE SKIP LOCKED)
                        RETURNING *
                        """)
                .param("leaseEnd", at(leaseEnd))
                .param("now", at(now))
                .param("most", most)
                .query(SandboxOutbox::letter)
                .list();
    }

    /** They have been taken; those that are to be told once more are due at once. */
    void delivered(List<String> eventIds, Instant now) {
        if (!eventIds.isEmpty()) {
            jdbc.sql("""
                            UPDATE sandbox_event SET to_come = to_come - 1, delivered = delivered + 1, due_at = :now
                            WHERE event_id IN (:eventIds) AND to_come > 0
                            """).param("now", at(now)).param("eventIds", eventIds).update();
        }
    }

    void tryAgain(String eventId, Instant then) {
        jdbc.sql("UPDATE sandbox_event SET due_at = :then WHERE event_id = :eventId")
                .param("then", at(then))
                .param("eventId", eventId)
                .update();
    }

    void giveUp(String eventId) {
        jdbc.sql("UPDATE sandbox_event SET to_come = 0 WHERE event_id = :eventId")
                .param("eventId", eventId)
                .update();
    }

    /** What happened in this time and was not delivered, although it should have been by now. */
    List<Letter> unheard(Instant since, Instant now) {
        return jdbc.sql("""
                        SELECT * FROM sandbox_event WHERE delivered = 0 AND happened_at BETWEEN :since AND :now
                            AND (attempts > 0 OR due_at <= :now)
                        ORDER BY happened_at
                        """)
                .param("since", at(since))
                .param("now", at(now))
                .query(SandboxOutbox::letter)
                .list();
    }

    void forget(Instant before) {
        jdbc.sql("DELETE FROM sandbox_event WHERE happened_at < :before")
                .param("before", at(before))
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Letter letter(ResultSet row, int number) throws SQLException {
        return new Letter(
                row.getString("event_id"),
                row.getString("body"),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"));
    }
}
