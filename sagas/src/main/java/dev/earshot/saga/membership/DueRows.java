package dev.earshot.saga.membership;

import dev.earshot.api.id.MembershipId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of when each membership is to be looked at next. */
@Component
class DueRows {
    private final JdbcClient jdbc;

    DueRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(MembershipId membershipId, Instant dueAt) {
        jdbc.sql("""
                        INSERT INTO membership_due (membership_id, due_at) VALUES (:id, :due)
                        ON CONFLICT (membership_id) DO UPDATE SET due_at = excluded.due_at
                        """)
                .param("id", membershipId.value())
                .param("due", dueAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(MembershipId membershipId) {
        jdbc.sql("DELETE FROM membership_due WHERE membership_id = :id")
                .param("id", membershipId.value())
                .update();
    }

    /** Those whose time has come by this moment, the most overdue first. */
    List<MembershipId> dueAt(Instant moment) {
        return jdbc
                .sql("SELECT membership_id FROM membership_due WHERE due_at <= :moment ORDER BY due_at LIMIT 500")
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list()
                .stream()
                .map(MembershipId::new)
                .toList();
    }
}
