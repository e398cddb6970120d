package dev.earshot.query.reconciliation.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.api.reconciliation.BreakKind;
import dev.earshot.api.reconciliation.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TalkTest {
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    @ParameterizedTest
    @CsvSource({
        "60, 60000, ",
        "60, 65999, ",
        "60, 66000, MEDIA_SHORT",
        "60, 55000, ",
        "60, 54999, MEDIA_LONG",
        "0, 600000, MEDIA_SHORT",
        "60, 0, MEDIA_LONG",
        "0, 0, "
    })
    void seconds_that_differ_by_more_than_the_tolerance_are_a_break(long billed, long measured, BreakKind kind) {
        assertThat(contradiction(billed, measured).map(Finding::kind)).isEqualTo(Optional.ofNullable(kind));
    }

    @Test
    void what_was_billed_and_nobody_saw_is_missing_and_what_was_not_billed_need_not_be_seen() {
        assertThat(contradiction(1, null).map(Finding::kind)).contains(BreakKind.MEDIA_MISSING);
        assertThat(contradiction(0, null)).isEmpty();
    }

    private static Optional<Finding> contradiction(long billed, Long measured) {
        String by = measured == null ? null : "loopback";
        return new Talk("call_1", billed, measured, by, Instant.EPOCH, 1).contradiction(TOLERANCE);
    }
}
