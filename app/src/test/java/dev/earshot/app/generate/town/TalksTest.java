package dev.earshot.app.generate.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TalksTest {
    private static final int CALLS = 1_000_000;

    /** Whoever hangs up after a call is forgotten would end the whole generation. */
    @Test
    void ofAMillionTalksNoneOutlivesTheMemoryOfItsCall() {
        Dice dice = new Dice(1);
        assertThat(Stream.generate(() -> Talks.length(dice)).limit(CALLS).max(Duration::compareTo))
                .hasValue(Talks.LONGEST);
    }
}
