package dev.earshot.platform.command;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.RetryScheduler;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Tries a command again when it met another one at the same aggregate, and in no other case. Each wait is twice the last;
 * after two thirds of a second the one who asked hears of the conflict.
 */
final class RetryOnConflict implements RetryScheduler {
    private static final int TRIES = 6;
    private static final Duration FIRST_WAIT = Duration.ofMillis(10);

    private final ScheduledExecutorService executor;

    RetryOnConflict(ScheduledExecutorService executor) {
        this.executor = executor;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public boolean scheduleRetry(
            CommandMessage command,
            RuntimeException lastFailure,
            List<Class<? extends Throwable>[]> failures,
            Runnable dispatch) {
        boolean again = isWorthATry(lastFailure, failures.size()) && !executor.isShutdown();
        if (again) {
            executor.schedule(dispatch, waitAfter(failures.size()).toMillis(), TimeUnit.MILLISECONDS);
        }
        return again;
    }

    /** Whether to try once more after this many failures, of which this is the last. */
    static boolean isWorthATry(Throwable lastFailure, int failures) {
        return isConflict(lastFailure) && failures <= TRIES;
    }

    static Duration waitAfter(int failures) {
        return FIRST_WAIT.multipliedBy(1L << (failures - 1));
    }

    private static boolean isConflict(Throwable failure) {
        return failure instanceof ConcurrencyException
                || failure instanceof AggregateStreamCreationException
                || failure instanceof LockAcquisitionFailedException;
    }
}
