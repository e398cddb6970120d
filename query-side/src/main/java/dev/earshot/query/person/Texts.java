package dev.earshot.query.person;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.earshot.api.person.Sealed;
import dev.earshot.platform.people.Sealing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What people wrote, by subject and field, opened as it is read. */
@Component
public class Texts {
    /** Stands where there was a text of somebody who is erased. */
    public static final String ERASED = "[erased]";

    private final JdbcTemplate jdbc;
    private final Sealing sealing;
    private final OpenedTexts opened;

    Texts(JdbcTemplate jdbc, Sealing sealing, OpenedTexts opened) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.opened = opened;
    }

    /** All texts about one subject. */
    public Map<String, String> of(String subject) {
        return of(List.of(subject)).getOrDefault(subject, Map.of());
    }

    /** All texts about several subjects in one question; a subject without texts is absent. */
    public Map<String, Map<String, String>> of(Collection<String> subjects) {
        return opened(jdbc.query("SELECT * FROM sealed_text WHERE subject = ANY (?)", Texts::text, (Object)
                subjects.toArray(String[]::new)));
    }

    private Map<String, Map<String, String>> opened(List<SealedText> texts) {
        sealing.prepare(texts.stream().map(SealedText::text).toList());
        return texts.stream()
                .collect(groupingBy(
                        SealedText::subject,
                        toMap(SealedText::field, text -> opened.of(text.subject(), text.field(), text.text()))));
    }

    private static SealedText text(ResultSet row, int number) throws SQLException {
        return new SealedText(
                row.getString("subject"),
                row.getString("field"),
                row.getString("account_id"),
                new Sealed(row.getString("key_id"), row.getString("body")),
                row.getLong("position"));
    }
}
