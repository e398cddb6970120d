package dev.earshot.platform.web.idempotency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The stored answers. A request costs one statement before and one after it, each its own transaction, committed
 * without waiting for the disk: what a power cut takes away here is only the memory of an answer, and ids made from the
 * same key keep the repeated request harmless.
 */
@Component
class Answers {
    /** Longer than any request may run, so whoever still owns such a row has died. */
    static final Duration ABANDONED = Duration.ofSeconds(60);

    static final Duration KEPT = Duration.ofHours(24);

    private static final String CLAIM = """
            INSERT INTO idempotency AS mine (account_id, idempotency_key, request_hash, attempt, started_at)
            SELECT ?, ?, ?, ?, ? FROM set_config('synchronous_commit', 'off', true)
            ON CONFLICT (account_id, idempotency_key) DO UPDATE
                SET attempt = excluded.attempt, started_at = excluded.started_at
                WHERE mine.status IS NULL AND mine.started_at < ? AND mine.request_hash = excluded.request_hash
            """;
    private static final String FIND = """
            SELECT request_hash, status, location, content_type, body
            FROM idempotency WHERE account_id = ? AND idempotency_key = ?
            """;
    private static final String STORE = """
            UPDATE idempotency SET status = ?, location = ?, content_type = ?, body = ?
            FROM set_config('synchronous_commit', 'off', true)
            WHERE account_id = ? AND idempotency_key = ? AND attempt = ?
            """;
    private static final String FORGET = """
            DELETE FROM idempotency USING set_config('synchronous_commit', 'off', true)
            WHERE account_id = ? AND idempotency_key = ? AND attempt = ?
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Answers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Takes the key for this request, or tells why it cannot be taken. */
    Claim claim(Fingerprint asked) {
        var attempt = UUID.randomUUID();
        var now = clock.instant();
        int taken = jdbc.sql(CLAIM)
                .params(asked.account().value(), asked.key(), asked.hash(), attempt, at(now), at(now.minus(ABANDONED)))
                .update();
        return taken == 1 ? new Claim.Ours(attempt) : earlier(asked);
    }

    void store(Fingerprint asked, UUID attempt, Answer answer) {
        jdbc.sql(STORE)
                .params(Arrays.asList(
                        answer.status(),
                        answer.location(),
                        answer.contentType(),
                        answer.body(),
                        asked.account().value(),
                        asked.key(),
                        attempt))
                .update();
    }

    /** Gives the key back, so that the request can be tried again. */
    void forget(Fingerprint asked, UUID attempt) {
        jdbc.sql(FORGET).params(asked.account().value(), asked.key(), attempt).update();
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        jdbc.sql("DELETE FROM idempotency WHERE started_at < ?")
                .param(at(clock.instant().minus(KEPT)))
                .update();
    }

    private Claim earlier(Fingerprint asked) {
        return jdbc.sql(FIND)
                .params(asked.account().value(), asked.key())
                .query((row, index) -> earlier(row, asked))
                .optional()
                // It failed and was given back between the two statements; the client's next try finds the key free.
                .orElseGet(Claim.Running::new);
    }

    private static Claim earlier(ResultSet row, Fingerprint asked) throws SQLException {
        if (!Arrays.equals(row.getBytes("request_hash"), asked.hash())) {
            return new Claim.Reused();
        }
        int status = row.getInt("status");
        return row.wasNull()
                ? new Claim.Running()
                : new Claim.Done(new Answer(
                        status,
                        row.getString("location"),
                        row.getString("content_type"),
                        Optional.ofNullable(row.getBytes("body")).orElse(new byte[0])));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
