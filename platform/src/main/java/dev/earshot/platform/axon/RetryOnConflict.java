package dev.earshot.platform.axon;

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
    private static final long FIRST_WAIT_MILLIS = 10;

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
        boolean again = isConflict(lastFailure) && failures.size() <= TRIES && !executor.isShutdown();
        if (again) {
            executor.schedule(dispatch, FIRST_WAIT_MILLIS << (failures.size() - 1), TimeUnit.MILLISECONDS);
        }
        return again;
    }

    private static boolean isConflict(Throwable failure) {
        return failure instanceof ConcurrencyException
                || failure instanceof AggregateStreamCreationException
                || failure instanceof LockAcquisitionFailedException;
    }
}
