package dev.earshot.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Duration STEP = Duration.ofMillis(50);
    private final Pace pace = new Pace(STEP, () -> false, Thread::new);

    @AfterEach
    void stop() {
        pace.shutdownNow();
    }

    @Test
    void busy_tasks_begin_a_step_apart_and_in_order() throws Exception {
        List<Long> began = new CopyOnWriteArrayList<>();
        for (int i = 0; i < 3; i++) {
            pace.execute(() -> began.add(System.nanoTime()));
        }
        pace.submit(() -> {}).get(10, TimeUnit.SECONDS);

        assertThat(began.get(2) - began.get(0)).isGreaterThanOrEqualTo(STEP.toNanos());
    }

    @Test
    void the_first_task_does_not_wait_and_the_next_does() {
        var slow = new Pace(Duration.ofHours(1), () -> false, Thread::new);
        var first = (ScheduledFuture<?>) slow.submit(() -> {});
        var second = (ScheduledFuture<?>) slow.submit(() -> {});

        assertThat(first.getDelay(TimeUnit.NANOSECONDS)).isNotPositive();
        assertThat(second.getDelay(TimeUnit.MINUTES)).isBetween(50L, 60L);
        slow.shutdownNow();
    }

    @Test
    void in_a_hurry_it_hardly_waits() {
        var hurried = new Pace(Duration.ofHours(1), () -> true, Thread::new);
        hurried.submit(() -> {});
        var second = (ScheduledFuture<?>) hurried.submit(() -> {});

        assertThat(second.getDelay(TimeUnit.MILLISECONDS)).isLessThan(100);
        hurried.shutdownNow();
    }
}
