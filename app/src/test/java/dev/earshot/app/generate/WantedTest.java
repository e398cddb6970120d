package dev.earshot.app.generate;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.platform.start.CannotStart;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class WantedTest {
    @ParameterizedTest
    @CsvSource({
        "generate, 0",
        "generate, -5",
        "generate, abc",
        "generate, 99999999999",
        "generate, ''",
        "seed, x",
        "generate.from, yesterday",
        "generate.days, 0"
    })
    void whatCannotBeGeneratedIsSaidWithAnExample(String name, String value) {
        var settings = new MockEnvironment().withProperty("generate", "10").withProperty(name, value);

        assertThatThrownBy(() -> Wanted.in(settings))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("For example: --generate=100000");
    }
}
