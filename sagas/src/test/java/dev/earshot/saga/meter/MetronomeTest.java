package dev.earshot.saga.meter;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class MetronomeTest {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final AtomicInteger told = new AtomicInteger();

    @Test
    void a_tick_that_has_begun_is_finished_before_the_stop_and_none_follows() throws Exception {
        stoppedDuring(tick -> {
            waiting();
            told.incrementAndGet();
        });

        assertThat(told).hasValue(1);
    }

    @Test
    void a_tick_that_the_stop_breaks_off_is_no_error(CapturedOutput said) throws Exception {
        stoppedDuring(tick -> {
            waiting();
            throw new IllegalStateException("the database is closed");
        });

        assertThat(said).contains("broken off by the end").doesNotContain("a tick failed");
    }

    @Test
    void a_tick_that_fails_while_it_runs_is_an_error_and_others_follow(CapturedOutput said) {
        Metronome metronome = metronome(tick -> {
            told.incrementAndGet();
            throw new IllegalStateException("the database is away");
        });
        metronome.start();

        await().atMost(10, SECONDS).until(() -> told.get() > 2);

        metronome.stop();
        assertThat(said).contains("a tick failed");
    }

    private void stoppedDuring(Consumer<Instant> tick) throws Exception {
        Metronome metronome = metronome(tick);
        metronome.start();
        assertThat(begun.await(10, SECONDS)).isTrue();
        var stop = CompletableFuture.runAsync(metronome::stop);
        await().atMost(10, SECONDS).until(() -> !metronome.isRunning());
        mayEnd.countDown();
        stop.get(10, SECONDS);
    }

    private void waiting() {
        begun.countDown();
        try {
            assertThat(mayEnd.await(10, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Metronome metronome(Consumer<Instant> tick) {
        return new Metronome(tick, Clock.systemUTC(), Duration.ofMillis(20), new SimpleMeterRegistry());
    }
}
