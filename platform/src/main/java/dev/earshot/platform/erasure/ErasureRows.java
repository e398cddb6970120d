package dev.earshot.platform.erasure;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.person.PersonEvent.AccountErased;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of erasures and of what is done of each. */
@Component
class ErasureRows {
    /** Processes of another shape have steps of their own; until then each has looked whether there is something for it. */
    private static final Duration OPEN_AT_LEAST = Duration.ofDays(1);

    private static final int AT_ONCE = 100;

    private final JdbcClient jdbc;

    ErasureRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A step that is to be done for a person. */
    record Due(String accountId, String step) {
        AccountId person() {
            return new AccountId(accountId);
        }
    }

    /** How far a step has come. */
    record Progress(String step, int tries, Instant doneAt) {}

    /** Begins an erasure, or one that was done all over again. */
    void begin(AccountId person, Instant at) {
        jdbc.sql("""
                        INSERT INTO erasure (account_id, erased_at) VALUES (?, ?)
                        ON CONFLICT (account_id) DO UPDATE SET open = true
                        """).params(person.value(), at.atOffset(ZoneOffset.UTC)).update();
        jdbc.sql("DELETE FROM erasure_step WHERE account_id = ?")
                .param(person.value())
                .update();
    }

    List<Due> due(Collection<String> steps, Instant now) {
        return jdbc.sql("""
                        SELECT account_id, mine.step FROM erasure CROSS JOIN unnest(:steps) AS mine (step)
                        LEFT JOIN erasure_step USING (account_id, step)
                        WHERE open AND done_at IS NULL AND coalesce(try_again_at, 'epoch') <= :now
                        ORDER BY erased_at LIMIT :some
                        """)
                .param("steps", steps.toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("some", AT_ONCE)
                .query(Due.class)
                .list();
    }

    void done(Due due, Instant at) {
        note(due, at, true);
    }

    /** Tried in vain; tried again after twice the time, an hour at most. */
    void failed(Due due, Instant at) {
        note(due, at, false);
    }

    private void note(Due due, Instant at, boolean done) {
        jdbc.sql("""
                        INSERT INTO erasure_step AS known (account_id, step, tries, try_again_at, done_at)
                        VALUES (:account, :step, 1, CAST(:at AS timestamptz) + interval '1 second',
                            CASE WHEN :done THEN CAST(:at AS timestamptz) END)
                        ON CONFLICT (account_id, step) DO UPDATE SET tries = known.tries + 1,
                            try_again_at = CAST(:at AS timestamptz)
                                + least(interval '1 second' * 2 ^ least(known.tries, 20), interval '1 hour'),
                            done_at = coalesce(known.done_at, excluded.done_at)
                        """)
                .param("account", due.accountId())
                .param("step", due.step())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("done", done)
                .update();
    }

    /** What has been open long enough and has nothing left to be done is closed. */
    void close(Collection<String> steps, Instant now) {
        jdbc.sql("""
                        UPDATE erasure SET open = false WHERE open AND erased_at < :before AND NOT EXISTS (
                            SELECT FROM unnest(:steps) AS mine (step) WHERE NOT EXISTS (
                                SELECT FROM erasure_step done WHERE done.account_id = erasure.account_id
                                    AND done.step = mine.step AND done.done_at IS NOT NULL))
                        """)
                .param("before", now.minus(OPEN_AT_LEAST).atOffset(ZoneOffset.UTC))
                .param("steps", steps.toArray(String[]::new))
                .update();
    }

    /** Opens what lacks one of these steps: a newer release forgets more than an older one knew of. */
    void reopen(Collection<String> steps) {
        jdbc.sql("""
                        UPDATE erasure SET open = true WHERE NOT open AND EXISTS (
                            SELECT FROM unnest(:steps) AS mine (step) WHERE NOT EXISTS (
                                SELECT FROM erasure_step done WHERE done.account_id = erasure.account_id
                                    AND done.step = mine.step AND done.done_at IS NOT NULL))
                        """).param("steps", steps.toArray(String[]::new)).update();
    }

    /** Erasures in the log that the tables beside it do not know, as after one of them was restored from a backup. */
    List<Due> overlooked() {
        return jdbc.sql("""
                        SELECT aggregate_id AS account_id, '' AS step FROM domain_event
                        WHERE payload_type = '%s' AND NOT EXISTS (
                            SELECT FROM erasure JOIN person_key USING (account_id)
                            WHERE account_id = aggregate_id AND destroyed_at IS NOT NULL)
                        ORDER BY global_index
                        """.formatted(AccountErased.class.getName()))
                .query(Due.class)
                .list();
    }

    boolean isBegun(AccountId person) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM erasure WHERE account_id = ?)")
                .param(person.value())
                .query(Boolean.class)
                .single();
    }

    List<Progress> progress(AccountId person) {
        return jdbc.sql("SELECT step, tries, done_at FROM erasure_step WHERE account_id = ? ORDER BY step")
                .param(person.value())
                .query((row, number) -> new Progress(
                        row.getString("step"),
                        row.getInt("tries"),
                        row.getTimestamp("done_at") == null
                                ? null
                                : row.getTimestamp("done_at").toInstant()))
                .list();
    }
}
