package dev.earshot.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CoordinationTest {
    private final AtomicBoolean hurry = new AtomicBoolean();
    private final Coordination coordination = new Coordination(hurry::get, Thread::new);

    @AfterEach
    void stop() {
        coordination.shutdownNow();
    }

    @Test
    void near_the_head_it_pauses_as_long_as_it_is_told() {
        assertThat(pauseOf(100)).isGreaterThan(50);
    }

    @Test
    void in_a_hurry_it_hardly_pauses() {
        hurry.set(true);
        assertThat(pauseOf(100)).isLessThan(10);
    }

    @Test
    void after_a_failure_it_waits_even_in_a_hurry() {
        hurry.set(true);
        assertThat(pauseOf(60_000)).isGreaterThan(30_000);
    }

    private long pauseOf(long millis) {
        return coordination.schedule(() -> {}, millis, TimeUnit.MILLISECONDS).getDelay(TimeUnit.MILLISECONDS);
    }
}
