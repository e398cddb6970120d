package dev.earshot.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RetryOnConflictTest {
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    private final RetryOnConflict retries = new RetryOnConflict(executor);

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void a_conflict_is_tried_again_six_times_and_then_told() {
        assertThat(triedAgain(new ConcurrencyException("met another"), 1)).isTrue();
        assertThat(triedAgain(new ConcurrencyException("met another"), 6)).isTrue();
        assertThat(triedAgain(new ConcurrencyException("met another"), 7)).isFalse();
    }

    @Test
    void any_other_failure_is_told_at_once() {
        assertThat(triedAgain(new AggregateNotFoundException("wal_1", "nobody"), 1))
                .isFalse();
        assertThat(triedAgain(new NullPointerException("a bug"), 1)).isFalse();
    }

    @Test
    void nothing_is_tried_again_while_the_process_stops() {
        executor.shutdownNow();
        assertThat(triedAgain(new ConcurrencyException("met another"), 1)).isFalse();
    }

    private boolean triedAgain(RuntimeException failure, int failures) {
        return retries.scheduleRetry(
                GenericCommandMessage.asCommandMessage("a command"), failure, failed(failures), () -> {});
    }

    private static List<Class<? extends Throwable>[]> failed(int times) {
        return Collections.nCopies(times, null);
    }
}
