package dev.earshot.saga.meter;

import dev.earshot.api.call.CallCommand.EndCall;
import dev.earshot.api.call.EndReason;
import dev.earshot.api.refusal.Refused;
import dev.earshot.saga.meter.running.OwnedSegments;
import dev.earshot.saga.meter.running.UsedUp;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.AxonThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Ends calls that have used their last second, away from the thread that counts. What cannot be done now is told to the
 * segment, which asks again with its next tick. A call that was extended meanwhile ignores it.
 */
@Component
class UsedUpCalls implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(UsedUpCalls.class);
    private static final int THREADS = 2;
    private static final int WAITING = 10_000;

    private final CommandGateway commands;
    private final OwnedSegments segments;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING),
            new AxonThreadFactory("used-up-calls"));

    UsedUpCalls(CommandGateway commands, OwnedSegments segments) {
        this.commands = commands;
        this.segments = segments;
    }

    void end(UsedUp call) {
        try {
            threads.execute(() -> send(call));
        } catch (RejectedExecutionException tooMany) {
            segments.forgetEnd(call.callId());
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }

    private void send(UsedUp call) {
        commands.send(new EndCall(call.callId(), EndReason.FUNDS_EXHAUSTED, call.at()))
                .whenComplete((done, failure) -> {
                    if (failure != null && !(failure.getCause() instanceof Refused)) {
                        LOG.warn("{} has used its last second, but could not be ended; trying again", call, failure);
                        segments.forgetEnd(call.callId());
                    }
                });
    }
}
