package dev.earshot.platform.work;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class PulseTest {
    private final AtomicInteger turns = new AtomicInteger();
    private final AtomicReference<Thread> thread = new AtomicReference<>();
    private final Pulse pulse = new Pulse("heart", this::turn, "The heart stumbled.");

    @AfterEach
    void end() {
        pulse.end();
    }

    /** A schedule would end at the first exception, without a word. */
    @Test
    void what_fails_is_told_and_done_again_at_the_next_turn(CapturedOutput said) {
        pulse.begin(Duration.ZERO, Duration.ofMillis(1));
        await().atMost(10, SECONDS).until(() -> turns.get() > 3);
        assertThat(said).contains("The heart stumbled.").contains("the second turn");
        assertThat(thread.get().isDaemon()).isTrue();
        assertThat(thread.get().getName()).isEqualTo("heart-1");
    }

    @Test
    void after_its_end_it_does_nothing() {
        pulse.begin(Duration.ZERO, Duration.ofMillis(1));
        await().atMost(10, SECONDS).until(() -> turns.get() > 0);
        pulse.end();
        await().atMost(10, SECONDS).until(() -> !thread.get().isAlive());
        int then = turns.get();
        await().during(Duration.ofMillis(50)).atMost(5, SECONDS).until(() -> turns.get() == then);
    }

    private void turn() {
        thread.set(Thread.currentThread());
        if (turns.incrementAndGet() == 2) {
            throw new IllegalStateException("the second turn");
        }
    }
}
