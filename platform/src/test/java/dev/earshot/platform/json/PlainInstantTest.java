package dev.earshot.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class PlainInstantTest {
    private static final long YEAR_9999 = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private final JsonMapper json =
            JsonMapper.builder().addModule(new EarshotJson()).build();

    @Test
    void every_instant_is_read_as_it_was_written() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(42);
        for (int i = 0; i < 10_000; i++) {
            long nanos = random.nextLong(1_000_000_000) / (long) Math.pow(10, random.nextInt(10));
            Instant at = Instant.ofEpochSecond(random.nextLong(-YEAR_9999 / 8, YEAR_9999), nanos);
            assertThat(PlainInstant.of(at.toString())).isEqualTo(at);
            assertThat(json.readValue(json.writeValueAsString(at), Instant.class))
                    .isEqualTo(at);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-31T09:05:00Z",
                "2026-01-31T09:05:00.1Z",
                "2026-01-31T09:05:00.000000001Z",
                "2024-02-29T23:59:59.999999999Z",
                "1970-01-01T00:00:00Z",
                "1969-12-31T23:59:59Z",
                "2026-01-31T24:00:00Z",
                "2016-12-31T23:59:60Z",
                "2026-01-31T09:05:00+02:00",
                "2026-01-31T09:05:00.Z",
                "+12026-01-31T09:05:00Z"
            })
    void what_the_general_parser_takes_is_taken_and_means_the_same(String text) {
        assertThat(PlainInstant.of(text)).isEqualTo(Instant.parse(text));
        assertThat(json.readValue('"' + text + '"', Instant.class)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29T09:05:00Z",
                "2026-13-01T09:05:00Z",
                "2026-00-01T09:05:00Z",
                "2026-01-00T09:05:00Z",
                "2026-01-31T25:05:00Z",
                "2026-01-31T09:60:00Z",
                "2026-01-31T09:05:61Z",
                "2026-01-31T09:05:00.1234567890Z",
                "2026-01-31T09:05:0xZ",
                "2026-01-31T09:05:00",
                "soon"
            })
    void what_the_general_parser_refuses_is_refused(String text) {
        assertThatThrownBy(() -> Instant.parse(text));
        assertThatThrownBy(() -> PlainInstant.of(text));
        assertThatThrownBy(() -> json.readValue('"' + text + '"', Instant.class))
                .isInstanceOf(JacksonException.class);
    }
}
