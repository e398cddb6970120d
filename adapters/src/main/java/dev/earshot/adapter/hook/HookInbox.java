package dev.earshot.adapter.hook;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of hooks. */
@Component
class HookInbox {
    /**
     * A hook that is being worked off.
     *
     * @param attempts how often it has been tried, this time included
     * @param unrouted how often nobody took it
     */
    record Hook(long id, String provider, byte[] body, int attempts, int unrouted) {
        /** How often it has failed at most, this time included; that nobody took it is no failure. */
        int failures() {
            return attempts - unrouted;
        }
    }

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    HookInbox(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Keeps a hook. An event we have already is counted, and what it says differently this time is kept beside it. */
    void keep(String provider, Arrival arrival, byte[] body, Instant now) {
        jdbc.sql("""
                        INSERT INTO hook_event (provider, event_id, type, received_at, body, meaning, status, next_try_at)
                        VALUES (:provider, :eventId, :type, :now, :body, :meaning, 'RECEIVED', :now)
                        ON CONFLICT (provider, event_id) DO UPDATE SET
                            deliveries = hook_event.deliveries + 1,
                            changed_body = CASE WHEN hook_event.meaning = excluded.meaning THEN hook_event.changed_body
                                                ELSE excluded.body END
                        """)
                .param("provider", provider)
                .param("eventId", arrival.eventId())
                .param("type", arrival.type())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("body", body)
                .param("meaning", arrival.digest())
                .update();
    }

    /** Keeps what a provider told when we asked; nothing happens if it had told it before. */
    boolean keepMissed(String provider, Arrival arrival, byte[] body, Instant now) {
        return jdbc.sql("""
                                INSERT INTO hook_event
                                    (provider, event_id, type, received_at, body, meaning, status, next_try_at, deliveries)
                                VALUES (:provider, :eventId, :type, :now, :body, :meaning, 'RECEIVED', :now, 0)
                                ON CONFLICT (provider, event_id) DO NOTHING
                                """)
                        .param("provider", provider)
                        .param("eventId", arrival.eventId())
                        .param("type", arrival.type())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("body", body)
                        .param("meaning", arrival.digest())
                        .update()
                == 1;
    }

    /** When this provider last listed what it had told; if it never did, when it told anything last. */
    Optional<Instant> lastHeard(String provider) {
        return jdbc.sql("""
                        SELECT coalesce(
                            (SELECT asked_at FROM hook_pull WHERE provider = :provider),
                            (SELECT max(received_at) FROM hook_event WHERE provider = :provider AND deliveries > 0))
                        """)
                .param("provider", provider)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    /** All that this provider had told by then is kept. */
    void hasListed(String provider, Instant then) {
        jdbc.sql("""
                        INSERT INTO hook_pull (provider, asked_at) VALUES (:provider, :then)
                        ON CONFLICT (provider) DO UPDATE SET asked_at = excluded.asked_at
                        """)
                .param("provider", provider)
                .param("then", then.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Takes hooks that are due, the oldest first. Whoever takes one has it until then; if they die, it is due again. Each
     * taking counts as an attempt, so that a hook which kills its process dies too.
     */
    List<Hook> take(int most, Instant now, Instant until) {
        return take("SELECT id FROM hook_event WHERE status = 'RECEIVED' AND next_try_at <= :now", most, now, until);
    }

    /** The same with those that nobody took, while they are tried again. They stay listed as what they are. */
    List<Hook> takeUnrouted(int most, Instant now, Instant until) {
        return take("""
                SELECT id FROM hook_event
                WHERE status = 'UNROUTED' AND next_try_at > 'epoch' AND next_try_at <= :now""", most, now, until);
    }

    private List<Hook> take(String due, int most, Instant now, Instant until) {
        return jdbc.sql("""
                        UPDATE hook_event SET attempts = attempts + 1, next_try_at = :until
                        WHERE id IN (%s ORDER BY next_try_at LIMIT :most FOR UPDATE SKIP LOCKED)
                        RETURNING id, provider, body, attempts, unrouted
                        """.formatted(due))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, number) -> new Hook(
                        row.getLong("id"),
                        row.getString("provider"),
                        row.getBytes("body"),
                        row.getInt("attempts"),
                        row.getInt("unrouted")))
                .list();
    }

    void conclude(Collection<Conclusion> conclusions) {
        batches.update(
                """
                UPDATE hook_event SET status = c.status, kind = c.kind, payment = c.payment, last_error = c.error,
                                      next_try_at = c.next_try_at::timestamptz,
                                      unrouted = unrouted + (c.status = 'UNROUTED')::int
                FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                         AS c (id, status, kind, payment, error, next_try_at)
                WHERE hook_event.id = c.id
                """,
                column(
                        conclusions,
                        conclusion -> Long.toString(conclusion.hook().id())),
                column(conclusions, conclusion -> conclusion.status().name()),
                column(conclusions, Conclusion::kind),
                column(conclusions, Conclusion::payment),
                column(conclusions, Conclusion::error),
                column(conclusions, conclusion -> conclusion.nextTryAt().toString()));
    }

    /**
     * Removes bodies of hooks that came before then and are done with; tells how many. That one was changed stays known.
     */
    int removeBodies(int most, Instant before) {
        return jdbc.sql("""
                        UPDATE hook_event SET body = NULL, changed_body = CASE WHEN changed_body IS NULL THEN NULL ELSE ''::bytea END
                        WHERE id IN (
                            SELECT id FROM hook_event
                            WHERE body IS NOT NULL AND status IN ('PROCESSED', 'IGNORED') AND received_at < :before
                            ORDER BY received_at LIMIT :most)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }

    private static String[] column(Collection<Conclusion> conclusions, Function<Conclusion, String> value) {
        return conclusions.stream().map(value).toArray(String[]::new);
    }
}
