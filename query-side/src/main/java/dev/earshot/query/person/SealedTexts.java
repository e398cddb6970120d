package dev.earshot.query.person;

import dev.earshot.api.person.PersonEvent.AccountErased;
import dev.earshot.api.person.PersonEvent.TextsKept;
import dev.earshot.query.fold.Batch;
import dev.earshot.query.fold.Columns;
import dev.earshot.query.fold.LogEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The texts of the subjects that one group of views looks after. They are stored sealed, so folding needs no key, and a rebuild
 * after an erasure is like any other.
 */
final class SealedTexts {
    private final JdbcTemplate jdbc;
    private final Predicate<String> subjects;
    private final String condition;
    private final Batch<Change> batch;

    /**
     * @param subjects which of them
     * @param condition the same for the database
     */
    SealedTexts(JdbcTemplate jdbc, String name, Predicate<String> subjects, String condition) {
        this.jdbc = jdbc;
        this.subjects = subjects;
        this.condition = condition;
        this.batch = new Batch<>("sealed_text " + name, this::write);
    }

    void on(TextsKept event, LogEntry entry) {
        if (subjects.test(event.subject())) {
            String account = event.accountId().value();
            event.fields()
                    .forEach((field, text) -> batch.add(new Change(
                            account, new SealedText(event.subject(), field, account, text, entry.position()))));
        }
    }

    void on(AccountErased event) {
        batch.add(new Change(event.accountId().value(), null));
    }

    void clear() {
        jdbc.update("DELETE FROM sealed_text WHERE " + condition);
    }

    private void write(List<Change> changes) {
        Set<String> erased = new LinkedHashSet<>();
        Map<List<String>, SealedText> latest = new LinkedHashMap<>();
        for (Change change : changes) {
            if (change.isErasure()) {
                erased.add(change.accountId());
                latest.values().removeIf(text -> text.accountId().equals(change.accountId()));
            } else {
                latest.put(List.of(change.text().subject(), change.text().field()), change.text());
            }
        }
        forget(erased);
        takeBack(
                latest.values().stream().filter(text -> text.text().isNothing()).toList());
        keep(latest.values().stream().filter(text -> !text.text().isNothing()).toList());
    }

    private void forget(Set<String> accounts) {
        if (!accounts.isEmpty()) {
            jdbc.update("DELETE FROM sealed_text WHERE account_id = ANY (?) AND " + condition, (Object)
                    accounts.toArray(String[]::new));
        }
    }

    private void takeBack(Collection<SealedText> texts) {
        Columns.of(new ArrayList<>(texts))
                .text(SealedText::subject)
                .text(SealedText::field)
                .number(SealedText::position)
                .into(jdbc, """
                        DELETE FROM sealed_text old USING unnest(?::text[], ?::text[], ?::bigint[])
                            AS gone (subject, field, position)
                        WHERE old.subject = gone.subject AND old.field = gone.field AND old.position < gone.position
                        """);
    }

    private void keep(Collection<SealedText> texts) {
        Columns.of(new ArrayList<>(texts))
                .text(SealedText::subject)
                .text(SealedText::field)
                .text(SealedText::accountId)
                .text(text -> text.text().keyId())
                .text(text -> text.text().text())
                .number(SealedText::position)
                .into(jdbc, """
                        INSERT INTO sealed_text AS old (subject, field, account_id, key_id, body, position)
                        SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[])
                        ON CONFLICT (subject, field) DO UPDATE SET account_id = excluded.account_id,
                            key_id = excluded.key_id, body = excluded.body, position = excluded.position
                        WHERE old.position < excluded.position
                        """);
    }

    /** A text, or none where its person is erased. */
    private record Change(String accountId, SealedText text) {
        boolean isErasure() {
            return text == null;
        }
    }
}
