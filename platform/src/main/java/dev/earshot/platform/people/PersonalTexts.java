package dev.earshot.platform.people;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Personal texts by subject and field. The subject is the value of an id: a listener's for a profile, a call's for the
 * comment of its rating. Writes join the caller's transaction.
 */
@Component
public class PersonalTexts {
    private final JdbcClient jdbc;

    PersonalTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes these fields; the subject's other fields stay. A field with an empty text is forgotten. */
    public void put(String subject, Map<String, String> fields) {
        fields.forEach((field, body) -> {
            if (body.isEmpty()) {
                forget(subject, field);
            } else {
                write(subject, field, body);
            }
        });
    }

    /** All fields of one subject; empty when nothing is known or everything was erased. */
    public Map<String, String> of(String subject) {
        return of(List.of(subject)).getOrDefault(subject, Map.of());
    }

    /** All fields of several subjects in one question; a subject without texts is absent. */
    public Map<String, Map<String, String>> of(Collection<String> subjects) {
        return jdbc
                .sql("SELECT subject, field, body FROM personal_text WHERE subject = ANY (:subjects)")
                .param("subjects", subjects.toArray(String[]::new))
                .query(Text.class)
                .list()
                .stream()
                .collect(groupingBy(Text::subject, toMap(Text::field, Text::body)));
    }

    /** Forgets everything about a subject, for good. */
    public void erase(String subject) {
        jdbc.sql("DELETE FROM personal_text WHERE subject = :subject")
                .param("subject", subject)
                .update();
    }

    private void write(String subject, String field, String body) {
        jdbc.sql("""
                        INSERT INTO personal_text (subject, field, body) VALUES (:subject, :field, :body)
                        ON CONFLICT (subject, field) DO UPDATE SET body = excluded.body
                        """)
                .param("subject", subject)
                .param("field", field)
                .param("body", body)
                .update();
    }

    private void forget(String subject, String field) {
        jdbc.sql("DELETE FROM personal_text WHERE subject = :subject AND field = :field")
                .param("subject", subject)
                .param("field", field)
                .update();
    }

    private record Text(String subject, String field, String body) {}
}
