package dev.earshot.adapter.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
    private final Backoff backoff = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(30));

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 4", "3, 8", "10, 1024", "11, 1800", "12, 1800", "64, 1800", "2147483647, 1800"})
    void waitsTwiceAsLongAfterEachFailureAndNeverLongerThanTheLongest(int failures, long seconds) {
        assertThat(backoff.after(failures)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void waitsTheFirstTimeWhereNothingHasFailedYet() {
        assertThat(backoff.after(0)).isEqualTo(Duration.ofSeconds(2));
        assertThat(backoff.after(-1)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void staysWithTheFirstWaitWhereItIsTheLongest() {
        var steady = new Backoff(Duration.ofSeconds(5), Duration.ofSeconds(5));

        assertThat(steady.after(50)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void doesNotOverflowWithTheLongestDurationThereIs() {
        var endless = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(Long.MAX_VALUE));

        assertThat(endless.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(Long.MAX_VALUE));
    }

    @Test
    void refusesWaitsThatMakeNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofSeconds(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)));
    }
}
