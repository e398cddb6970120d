package dev.earshot.platform.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataIntegrityViolationException;

class InOneLineTest {
    @Test
    void who_failed_is_told_in_their_first_line() {
        assertThat(InOneLine.of(new IllegalStateException("429, too many questions\nand much more")))
                .isEqualTo("429, too many questions");
        assertThat(InOneLine.of(new IOException())).isEqualTo("IOException");
        assertThat(InOneLine.of(new IOException("x".repeat(5_000)))).hasSizeLessThan(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            22P05 | The database cannot keep or read a value (SQLSTATE 22P05)
            23505 | The database holds something that contradicts it (SQLSTATE 23505)
            08006 | The database is not there, or broke it off (SQLSTATE 08006)
            42P01 | The database refuses (SQLSTATE 42P01)
            """)
    void of_the_database_no_statement_and_no_value_is_told(String state, String told) {
        var refused = new SQLException("ERROR: Key (email)=(ann@example.com) already exists", state);
        var failure =
                new DataIntegrityViolationException("PreparedStatementCallback; SQL [INSERT INTO secret]", refused);

        assertThat(InOneLine.of(new IllegalStateException("the report, INSERT INTO secret", failure)))
                .isEqualTo(told);
        assertThat(InOneLine.withoutWords(failure)).startsWith(told).doesNotContain("example.com", "INSERT");
    }

    /** A connection that is closed while it is read fails in the driver's own words, such as "PGStream is closed". */
    @Test
    void what_the_driver_says_to_itself_is_told_to_nobody() {
        var closed = new IOException("PGStream is closed");
        closed.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("org.postgresql.core.PGStream", "receive", "PGStream.java", 1)
        });

        assertThat(InOneLine.of(new IllegalStateException("the log cannot be read", closed)))
                .isEqualTo("The database could not be asked");
    }

    @Test
    void a_failure_without_words_tells_its_sort_and_its_place() {
        assertThat(InOneLine.withoutWords(new IllegalStateException("ann@example.com is odd")))
                .startsWith("IllegalStateException, at InOneLineTest:")
                .doesNotContain("example.com");
    }
}
