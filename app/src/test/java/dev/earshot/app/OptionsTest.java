package dev.earshot.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            audit                   | audit is no option.
            audit frob              | audit is no option.
            audit verify frob       | frob is no option.
            verify                  | verify is no option.
            -h                      | -h is no option.
            --sede=3                | --sede=3 is no option.
            --generate 1000 --x.y=z | --generate needs a number: --generate=100000.
            --generate=1000 calls   | calls is no option.
            --demo=foo              | --demo=foo is none of --demo, --demo=exit.
            --demo=                 | --demo= is none of --demo, --demo=exit.
            --side=foo              | --side=foo is none of all, command, query, sagas.
            """)
    void aWordThatNobodyUnderstandsStartsNothing(String words, String why) {
        assertThat(Options.misunderstood(words.split(" "))).contains(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--demo",
                "--demo=exit --server.port=8077",
                "--generate=20000 --seed=3 --generate.days=30",
                "--side=query --spring.profiles.active=dev,axonserver",
                "audit verify --earshot.data=/tmp/x --audit.public-key=k.pem",
                "--debug"
            })
    void whatTheHelpNamesIsUnderstood(String words) {
        assertThat(Options.misunderstood(words.split(" "))).isEmpty();
    }

    @Test
    void noWordAtAllIsFineAndStartsAllOfIt() {
        assertThat(Options.misunderstood()).isEmpty();
        assertThat(Options.shape()).isEqualTo(Shape.ALL);
    }

    @Test
    void ofSeveralSidesTheLastCounts() {
        assertThat(Options.shape("--side=query", "--side=sagas")).isEqualTo(Shape.SAGAS);
    }
}
