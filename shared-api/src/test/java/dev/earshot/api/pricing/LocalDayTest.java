package dev.earshot.api.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class LocalDayTest {
    private static final Instant NOON = Instant.parse("2026-03-29T12:00:00Z");

    @Test
    void a_day_of_which_nothing_was_given_allows_everything() {
        LocalDay day = LocalDay.at(NOON, ZoneId.of("UTC"));

        assertThat(day.allowed(900, Instant.EPOCH)).isEqualTo(900);
        assertThat(day.allowed(900, day.begin())).isEqualTo(900);
    }

    @Test
    void of_a_day_that_an_earlier_one_reaches_into_the_rest_is_allowed_rounded_down() {
        LocalDay day = LocalDay.at(NOON, ZoneId.of("UTC"));

        assertThat(day.allowed(901, NOON)).isEqualTo(450);
        assertThat(day.allowed(900, day.end())).isZero();
        assertThat(day.allowed(900, day.end().plusSeconds(1))).isZero();
    }

    @Test
    void when_clocks_go_forward_the_day_is_shorter() {
        LocalDay day = LocalDay.at(NOON, ZoneId.of("Europe/Berlin"));

        assertThat(day)
                .isEqualTo(new LocalDay(Instant.parse("2026-03-28T23:00:00Z"), Instant.parse("2026-03-29T22:00:00Z")));
        assertThat(day.allowed(2_300, day.begin().plusSeconds(3_600))).isEqualTo(2_200);
    }
}
