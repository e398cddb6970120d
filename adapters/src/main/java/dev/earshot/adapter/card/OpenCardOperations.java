package dev.earshot.adapter.card;

import dev.earshot.adapter.card.CardOperation.Authorize;
import dev.earshot.adapter.card.CardOperation.Capture;
import dev.earshot.adapter.card.CardOperation.Forget;
import dev.earshot.adapter.card.CardOperation.Release;
import dev.earshot.adapter.card.CardOperation.Save;
import dev.earshot.adapter.card.CardOperation.Watch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What a provider is being asked. What is taken and not concluded, because whoever took it died, is due again. */
@Component
class OpenCardOperations {
    private static final Map<String, Class<? extends CardOperation>> KINDS = Stream.of(
                    Save.class, Forget.class, Authorize.class, Capture.class, Release.class, Watch.class)
            .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    private final JdbcClient jdbc;
    private final JsonMapper json;

    OpenCardOperations(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** One that is open. */
    record Open(CardOperation wish, Asked asked) {}

    /** Takes it up; nothing changes when it is there. */
    void add(CardOperation wish, String provider, Instant now, Instant notBefore) {
        jdbc.sql("""
                        INSERT INTO open_card_operation
                            (operation, subject, kind, provider, body, asked_at, ask_again_at)
                        VALUES (:operation, :subject, :kind, :provider, :body, :now, :notBefore)
                        ON CONFLICT DO NOTHING
                        """)
                .param("operation", wish.name())
                .param("subject", wish.subject())
                .param("kind", wish.getClass().getSimpleName())
                .param("provider", provider)
                .param("body", json.writeValueAsString(wish))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("notBefore", notBefore.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes those that are due, the oldest first. */
    List<Open> take(String provider, int most, Instant now, Instant leaseEnd) {
        return jdbc.sql("""
                        UPDATE open_card_operation
                        SET attempts = attempts + 1, ask_again_at = :leaseEnd, asking = true, news = false
                        WHERE operation IN (
                            SELECT operation FROM open_card_operation
                            WHERE provider = :provider AND ask_again_at <= :now
                            ORDER BY ask_again_at LIMIT :most FOR UPDATE SKIP LOCKED)
                        RETURNING *
                        """)
                .param("leaseEnd", leaseEnd.atOffset(ZoneOffset.UTC))
                .param("provider", provider)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(this::open)
                .list();
    }

    /** There is no answer yet; the provider is to be asked then, or now if there have been news while it was asked. */
    void askAgain(CardOperation wish, String reference, Instant now, Instant then) {
        jdbc.sql("""
                        UPDATE open_card_operation
                        SET reference = :reference, asking = false,
                            ask_again_at = CASE WHEN news THEN :now ELSE :then END
                        WHERE operation = :operation
                        """)
                .param("reference", reference)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("then", then.atOffset(ZoneOffset.UTC))
                .param("operation", wish.name())
                .update();
    }

    void close(CardOperation wish) {
        jdbc.sql("DELETE FROM open_card_operation WHERE operation = :operation")
                .param("operation", wish.name())
                .update();
    }

    /** Whatever of this kind was asked about this is answered, by whichever way. */
    void close(String subject, Class<? extends CardOperation> kind) {
        jdbc.sql("DELETE FROM open_card_operation WHERE subject = :subject AND kind = :kind")
                .param("subject", subject)
                .param("kind", kind.getSimpleName())
                .update();
    }

    /** There may be news of what was asked about this: it is due now. What waits for its first time goes on waiting. */
    void hurry(String subject, Instant now) {
        hurry("attempts > 0 AND kind <> 'Watch'", subject, now);
    }

    /** What is watched may have lapsed: it is looked at now, however often it was before. */
    void hurryWatch(String subject, Instant now) {
        hurry("kind = 'Watch'", subject, now);
    }

    private void hurry(String which, String subject, Instant now) {
        jdbc.sql("""
                        UPDATE open_card_operation
                        SET news = true,
                            ask_again_at = CASE WHEN asking THEN ask_again_at ELSE least(ask_again_at, :now) END
                        WHERE subject = :subject AND %s
                        """.formatted(which))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("subject", subject)
                .update();
    }

    private Open open(ResultSet row, int number) throws SQLException {
        return new Open(
                json.readValue(row.getString("body"), KINDS.get(row.getString("kind"))),
                new Asked(
                        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                        row.getString("reference"),
                        row.getInt("attempts")));
    }
}
