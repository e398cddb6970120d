package dev.earshot.command.person;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.earshot.api.id.AccountId;
import dev.earshot.api.refusal.Refused;
import dev.earshot.platform.command.Together;
import dev.earshot.platform.people.Sealing;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Moves the texts that an earlier release kept beside the log into it, sealed. A text is there or here, for the fact and the end
 * of the row are one transaction. Nodes of the earlier release that still run may write more; it moves too.
 */
@Component
class TextsMove {
    private static final Logger LOG = LoggerFactory.getLogger(TextsMove.class);
    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final Together together;
    private final Clock clock;

    TextsMove(JdbcClient jdbc, Sealing sealing, Together together, Clock clock) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.together = together;
        this.clock = clock;
    }

    /** Moves all there are; tells how many subjects had some. */
    int round() {
        int moved = 0;
        Map<Subject, Map<String, String>> some = next();
        while (!some.isEmpty()) {
            some.forEach(this::move);
            moved += some.size();
            some = next();
        }
        if (moved > 0) {
            LOG.atInfo().addKeyValue("subjects", moved).log("Personal texts were moved, sealed, into the log");
        }
        return moved;
    }

    private Map<Subject, Map<String, String>> next() {
        List<Row> rows = jdbc.sql("""
                        SELECT subject, field, body,
                            coalesce(account_id, CASE WHEN subject LIKE 'lis\\_%' THEN 'acc_' || substr(subject, 5) END)
                                AS account_id
                        FROM personal_text WHERE account_id IS NOT NULL OR subject LIKE 'lis\\_%'
                        ORDER BY subject LIMIT :some
                        """).param("some", AT_ONCE).query(Row.class).list();
        return rows.stream().collect(groupingBy(Row::of, toMap(Row::field, Row::body)));
    }

    private void move(Subject subject, Map<String, String> texts) {
        try {
            var keeping =
                    sealing.keeping(new AccountId(subject.accountId()), subject.subject(), texts, clock.instant());
            together.send(keeping, () -> texts.keySet().forEach(field -> forget(subject.subject(), field)));
        } catch (Refused erased) {
            texts.keySet().forEach(field -> forget(subject.subject(), field));
        }
    }

    private void forget(String subject, String field) {
        jdbc.sql("DELETE FROM personal_text WHERE subject = ? AND field = ?")
                .params(subject, field)
                .update();
    }

    private record Row(String subject, String field, String body, String accountId) {
        Subject of() {
            return new Subject(subject, accountId);
        }
    }

    private record Subject(String subject, String accountId) {}
}
