package dev.earshot.saga.alarm;

import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import dev.earshot.api.call.PromiseOverdue;
import dev.earshot.api.id.CallId;
import dev.earshot.platform.axon.FollowUps;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.scheduling.EventScheduler;
import org.axonframework.eventhandling.scheduling.ScheduleToken;
import org.axonframework.eventhandling.scheduling.dbscheduler.DbSchedulerScheduleToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends what a process asks for and sets its alarm, all in the transaction of the process itself.
 *
 * <p>An alarm publishes {@link PromiseOverdue} instead of calling the process: so the one processor that owns the process
 * is the only one that ever changes it, on whatever node the alarm goes off. Each set and each cancel is a write;
 * therefore an alarm that is early stays as it is, goes off, and is then set anew.
 */
@Component
public class PromiseKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(PromiseKeeper.class);

    private final FollowUps followUps;
    private final EventScheduler alarms;
    private final OpenCalls openCalls;
    private final Clock clock;

    PromiseKeeper(FollowUps followUps, EventScheduler alarms, OpenCalls openCalls, Clock clock) {
        this.followUps = followUps;
        this.alarms = alarms;
        this.openCalls = openCalls;
        this.clock = clock;
    }

    /** The time at which a process judges. */
    public Instant now() {
        return clock.instant();
    }

    /**
     * Sends the commands and has the process woken no later than at {@code wakeAt}, or nevermore if that is empty.
     *
     * @return the alarm that is set now
     */
    public Alarm keep(CallId callId, Alarm current, List<Object> commands, Optional<Instant> wakeAt) {
        commands.forEach(followUps::send);
        return wakeAt.map(at -> wake(callId, current, at)).orElseGet(() -> dismiss(callId, current));
    }

    private Alarm wake(CallId callId, Alarm current, Instant at) {
        if (current.isAheadOf(now()) && !current.at().isAfter(at)) {
            return current;
        }
        cancel(current);
        EventMessage<?> ring = new GenericEventMessage<>(new PromiseOverdue(callId, at), story());
        ScheduleToken token = alarms.schedule(at, ring);
        openCalls.expect(callId, at);
        return new Alarm(at, ((DbSchedulerScheduleToken) token).getId());
    }

    /** What an alarm leads to belongs to the story that set it. */
    private static MetaData story() {
        return CurrentUnitOfWork.correlationData();
    }

    private Alarm dismiss(CallId callId, Alarm current) {
        cancel(current);
        openCalls.close(callId);
        return Alarm.UNSET;
    }

    private void cancel(Alarm alarm) {
        if (!alarm.isAheadOf(now())) {
            return; // It has gone off, or is about to: the process then finds nothing to do.
        }
        try {
            alarms.cancelSchedule(new DbSchedulerScheduleToken(alarm.scheduleId()));
        } catch (TaskInstanceException tooLate) {
            LOG.debug("alarm {} goes off just now", alarm, tooLate);
        }
    }
}
