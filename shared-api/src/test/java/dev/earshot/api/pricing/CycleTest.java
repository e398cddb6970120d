package dev.earshot.api.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When periods end, and what leaving one early gives back. */
class CycleTest {
    private static final Instant JANUARY_31 = Instant.parse("2027-01-31T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "P1M, 1, 2027-02-28T10:00:00Z",
        "P1M, 2, 2027-03-31T10:00:00Z",
        "P1Y, 1, 2028-01-31T10:00:00Z",
        "P30D, 1, 2027-03-02T10:00:00Z",
        "PT90S, 2, 2027-01-31T10:03:00Z"
    })
    void ends_are_counted_from_the_first_beginning(String period, long periods, Instant end) {
        assertThat(Cycle.of(period).end(JANUARY_31, periods)).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P0D", "PT0S", "P-1M", "PT-5S", "a month"})
    void what_is_no_period_is_refused(String period) {
        assertThatThrownBy(() -> Cycle.of(period)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void the_unused_share_is_rounded_down() {
        Instant end = JANUARY_31.plusSeconds(3);

        assertThat(UnusedShare.of(1000, JANUARY_31, end, JANUARY_31.plusSeconds(1)))
                .isEqualTo(666);
        assertThat(UnusedShare.of(1000, JANUARY_31, end, JANUARY_31)).isEqualTo(1000);
        assertThat(UnusedShare.of(1000, JANUARY_31, end, end)).isZero();
        assertThat(UnusedShare.of(1000, JANUARY_31, end, end.plusSeconds(9))).isZero();
    }

    @Property
    void what_was_used_and_what_was_not_never_come_to_more_than_the_price(
            @ForAll @LongRange(min = 1, max = 100_000_000) long price,
            @ForAll @LongRange(min = 1, max = 40_000_000) long length,
            @ForAll @LongRange(min = 0, max = 40_000_000) long used) {
        Instant end = JANUARY_31.plusSeconds(length);
        Instant left = JANUARY_31.plusSeconds(Math.min(used, length));
        long unused = UnusedShare.of(price, JANUARY_31, end, left);

        assertThat(unused).isBetween(0L, price);
        assertThat(unused + UnusedShare.used(price, JANUARY_31, end, left)).isBetween(price - 1, price);
        assertThat(UnusedShare.of(price, JANUARY_31, end, left.plusSeconds(1))).isLessThanOrEqualTo(unused);
    }
}
