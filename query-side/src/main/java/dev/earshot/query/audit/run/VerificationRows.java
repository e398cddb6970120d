package dev.earshot.query.audit.run;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.refusal.Refused;
import dev.earshot.query.audit.run.Verification.Status;
import dev.earshot.query.audit.verify.finding.Verdict;
import dev.earshot.query.page.Page;
import dev.earshot.query.page.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Verifications, where they are stored. */
@Component
class VerificationRows {
    private static final String ROW = "SELECT * FROM log_verification ";
    private static final int ALL = 100;
    /** Independent of how strictly requests are read: a verdict of an earlier version must stay readable. */
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient database;

    VerificationRows(JdbcClient database) {
        this.database = database;
    }

    /** False if another one waits or runs. */
    boolean ask(String id, AccountId by, Instant now) {
        try {
            database.sql(
                            "INSERT INTO log_verification (verification_id, asked_by, status, asked_at) VALUES (?, ?, ?, ?)")
                    .params(id, by.value(), Status.WAITING.name(), at(now))
                    .update();
            return true;
        } catch (DuplicateKeyException another) {
            return false;
        }
    }

    void begin(String id, Instant now) {
        database.sql("UPDATE log_verification SET status = ?, started_at = ?, checked = 0 WHERE verification_id = ?")
                .params(Status.RUNNING.name(), at(now), id)
                .update();
    }

    void progress(String id, long checked, long events) {
        database.sql("UPDATE log_verification SET checked = ?, events = ? WHERE verification_id = ?")
                .params(checked, events, id)
                .update();
    }

    void end(String id, Verdict verdict, Instant now) {
        database.sql("""
                        UPDATE log_verification SET status = ?, verdict = ?, checked = ?, events = ?, ended_at = ?
                        WHERE verification_id = ?""")
                .params(
                        (verdict.isSound() ? Status.SOUND : Status.TAMPERED).name(),
                        JSON.writeValueAsString(verdict),
                        verdict.events(),
                        verdict.events(),
                        at(now),
                        id)
                .update();
    }

    void fail(String id, String reason, Instant now) {
        database.sql("UPDATE log_verification SET status = ?, reason = ?, ended_at = ? WHERE verification_id = ?")
                .params(Status.FAILED.name(), reason, at(now), id)
                .update();
    }

    Optional<Verification> find(String id) {
        return database.sql(ROW + "WHERE verification_id = ?")
                .param(id)
                .query(VerificationRows::verification)
                .optional();
    }

    /** The latest first. */
    Page<Verification> page(PageRequest page) throws Refused {
        String before = page.after(1).stream().findFirst().orElse("");
        return Page.of(
                database.sql(ROW + "WHERE ? = '' OR verification_id < ? ORDER BY verification_id DESC LIMIT ?")
                        .params(before, before, page.rows())
                        .query(VerificationRows::verification)
                        .list(),
                page,
                Verification::verificationId);
    }

    private static Verification verification(ResultSet row, int index) throws SQLException {
        Status status = Status.valueOf(row.getString("status"));
        long checked = row.getLong("checked");
        long events = row.getLong("events");
        String verdict = row.getString("verdict");
        boolean done = verdict != null;
        return new Verification(
                row.getString("verification_id"),
                status,
                checked,
                events,
                done ? ALL : (int) Math.min(ALL - 1, checked * ALL / Math.max(1, events)),
                instant(row, "asked_at"),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                row.getString("reason"),
                done ? JSON.readValue(verdict, Verdict.class) : null);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
