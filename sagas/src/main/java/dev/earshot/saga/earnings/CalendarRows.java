package dev.earshot.saga.earnings;

import dev.earshot.api.id.EarningsId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of what will be due. */
@Component
class CalendarRows {
    private final JdbcClient jdbc;

    CalendarRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void credited(EarningsId earningsId, Instant at) {
        jdbc.sql("INSERT INTO unripe_earnings (earnings_id, credited_at) VALUES (:id, :at) ON CONFLICT DO NOTHING")
                .param("id", earningsId.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void matured(EarningsId earningsId, Instant until) {
        jdbc.sql("DELETE FROM unripe_earnings WHERE earnings_id = :id AND credited_at <= :until")
                .param("id", earningsId.value())
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whose credits from before this moment are still pending. */
    List<EarningsId> unripeSince(Instant moment) {
        return jdbc.sql("""
                        SELECT DISTINCT earnings_id FROM unripe_earnings WHERE credited_at <= :moment
                        ORDER BY earnings_id LIMIT 500
                        """).param("moment", moment.atOffset(ZoneOffset.UTC)).query(String.class).list().stream()
                .map(EarningsId::new)
                .toList();
    }

    void payAt(EarningsId earningsId, Instant day) {
        jdbc.sql("""
                        INSERT INTO payout_day (earnings_id, due_at) VALUES (:id, :day)
                        ON CONFLICT (earnings_id) DO UPDATE SET due_at = excluded.due_at
                        """)
                .param("id", earningsId.value())
                .param("day", day.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Moves a day, unless it was moved or struck out meanwhile. */
    void move(PayoutDay day, Instant to) {
        jdbc.sql("UPDATE payout_day SET due_at = :to WHERE earnings_id = :id AND due_at = :day")
                .param("id", day.earningsId().value())
                .param("day", day.dueAt().atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .update();
    }

    void payNever(EarningsId earningsId) {
        jdbc.sql("DELETE FROM payout_day WHERE earnings_id = :id")
                .param("id", earningsId.value())
                .update();
    }

    /** Whose day has come by this moment. */
    List<PayoutDay> dueAt(Instant moment) {
        return jdbc.sql("SELECT earnings_id, due_at FROM payout_day WHERE due_at <= :moment ORDER BY due_at LIMIT 500")
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query(CalendarRows::day)
                .list();
    }

    private static PayoutDay day(ResultSet row, int number) throws SQLException {
        return new PayoutDay(
                new EarningsId(row.getString("earnings_id")),
                row.getObject("due_at", OffsetDateTime.class).toInstant());
    }
}
