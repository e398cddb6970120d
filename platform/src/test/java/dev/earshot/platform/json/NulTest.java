package dev.earshot.platform.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NulTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "\\u0000"       | true
            "\\u0000        | true
            "\\n\\u0000"     | true
            "\\\\\\u0000"   | true
            "\\\\u0000"     | false
            "\\\\\\\\u0000" | false
            "\\u000         | false
            "\\             | false
            "u0000"         | false
            "\\u0001"       | false
            ~~              | false
            """)
    void only_an_escape_that_is_one_counts(String json, boolean isIn) {
        assertThat(Nul.isIn(json.getBytes(UTF_8))).isEqualTo(isIn);
    }
}
