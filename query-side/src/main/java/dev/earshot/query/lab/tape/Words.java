package dev.earshot.query.lab.tape;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Names that repeat, each kept once under a number. Numbers follow the order in which the log first names them, so a tape that
 * is built again is the same; nobody else gives any, for the view has one segment.
 */
@Component
class Words {
    private final JdbcTemplate jdbc;

    Words(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The numbers of these words, in the order in which they are given; new ones get theirs now. */
    Map<String, Long> numbers(Collection<String> words) {
        Set<String> wanted = new LinkedHashSet<>(words);
        Map<String, Long> known = new HashMap<>();
        jdbc.query(
                "SELECT word, number FROM lab_word JOIN unnest(?::text[]) AS wanted (word) USING (word)",
                row -> {
                    known.put(row.getString(1), row.getLong(2));
                },
                (Object) wanted.toArray(String[]::new));
        List<String> fresh =
                wanted.stream().filter(word -> !known.containsKey(word)).toList();
        if (!fresh.isEmpty()) {
            jdbc.query(
                    """
                    INSERT INTO lab_word (number, word)
                    SELECT (SELECT coalesce(max(number), 0) FROM lab_word) + place, word
                    FROM unnest(?::text[]) WITH ORDINALITY AS fresh (word, place)
                    RETURNING word, number""",
                    row -> {
                        known.put(row.getString(1), row.getLong(2));
                    },
                    (Object) fresh.toArray(String[]::new));
        }
        return known;
    }

    /** Every word that begins so, by its number. */
    Map<Long, String> beginningWith(String prefix) {
        Map<Long, String> words = new HashMap<>();
        jdbc.query(
                "SELECT number, word FROM lab_word WHERE word LIKE ? || '%'",
                row -> {
                    words.put(row.getLong(1), row.getString(2));
                },
                prefix);
        return words;
    }

    /** The word of this number. */
    String word(long number) {
        return jdbc.queryForObject("SELECT word FROM lab_word WHERE number = ?", String.class, number);
    }
}
