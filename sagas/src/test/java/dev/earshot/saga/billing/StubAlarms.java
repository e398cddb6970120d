package dev.earshot.saga.billing;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventhandling.scheduling.EventScheduler;
import org.axonframework.eventhandling.scheduling.ScheduleToken;
import org.axonframework.eventhandling.scheduling.dbscheduler.DbSchedulerScheduleToken;

/** The fixture's own alarms under the names the real ones have; counts what would be a write. */
final class StubAlarms implements EventScheduler {
    private final EventScheduler fixture;
    private final Map<String, ScheduleToken> set = new HashMap<>();
    int schedules;
    int cancels;

    StubAlarms(EventScheduler fixture) {
        this.fixture = fixture;
    }

    @Override
    public ScheduleToken schedule(Instant at, Object event) {
        String id = "alarm-" + ++schedules;
        set.put(id, fixture.schedule(at, event));
        return new DbSchedulerScheduleToken(id);
    }

    @Override
    public ScheduleToken schedule(Duration after, Object event) {
        throw new UnsupportedOperationException("alarms are set to an instant");
    }

    @Override
    public void cancelSchedule(ScheduleToken token) {
        cancels++;
        fixture.cancelSchedule(set.remove(((DbSchedulerScheduleToken) token).getId()));
    }
}
