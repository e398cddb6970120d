package dev.earshot.saga.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import dev.earshot.api.id.CallId;
import dev.earshot.platform.axon.FollowUps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventhandling.scheduling.EventScheduler;
import org.axonframework.eventhandling.scheduling.ScheduleToken;
import org.axonframework.eventhandling.scheduling.dbscheduler.DbSchedulerScheduleToken;
import org.junit.jupiter.api.Test;

class PromiseKeeperTest {
    private static final CallId CALL = new CallId("call_Kept");
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private final List<String> writes = new ArrayList<>();
    private Instant now = START;
    private boolean gone;
    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final PromiseKeeper keeper =
            new PromiseKeeper(new FollowUps(bus), new RecordingAlarms(), new RecordedOpenCalls(), new SteppedClock());

    @Test
    void setsAndCancelsOneAlarmForAShortLife() {
        Alarm alarm = keep(Alarm.UNSET, 10);
        alarm = keep(alarm, 11);
        alarm = keep(alarm, 46);
        alarm = keep(alarm, 30);
        assertThat(dismiss(alarm)).isEqualTo(Alarm.UNSET);

        assertThat(writes).containsExactly("set 10", "expect 10", "cancel", "close");
    }

    @Test
    void movesAnAlarmOnlyToAnEarlierTime() {
        Alarm alarm = keep(Alarm.UNSET, 45);
        keep(alarm, 30);

        assertThat(writes).containsExactly("set 45", "expect 45", "cancel", "set 30", "expect 30");
    }

    @Test
    void setsAnAlarmAnewThatHasGoneOffOrWasLostWithoutCancellingIt() {
        Alarm alarm = keep(Alarm.UNSET, 10);
        now = START.plusSeconds(10);
        keep(alarm, 46);

        assertThat(writes).containsExactly("set 10", "expect 10", "set 46", "expect 46");
    }

    @Test
    void doesNotMindAnAlarmThatGoesOffWhileItIsCancelled() {
        Alarm alarm = keep(Alarm.UNSET, 10);
        gone = true;

        assertThat(dismiss(alarm)).isEqualTo(Alarm.UNSET);
        assertThat(writes).endsWith("close");
    }

    @Test
    void sendsWhatIsAskedFor() {
        List<Object> received = new ArrayList<>();
        bus.subscribe(String.class.getName(), command -> received.add(command.getPayload()));

        keeper.keep(CALL, Alarm.UNSET, List.of("please"), Optional.empty());

        assertThat(received).containsExactly("please");
    }

    @Test
    void failsWithACommandThatFailsUnexpectedly() {
        bus.subscribe(String.class.getName(), command -> {
            throw new IllegalStateException("broken");
        });

        assertThatIllegalStateException()
                .isThrownBy(() -> keeper.keep(CALL, Alarm.UNSET, List.of("please"), Optional.empty()));
    }

    private Alarm keep(Alarm alarm, long second) {
        return keeper.keep(CALL, alarm, List.of(), Optional.of(START.plusSeconds(second)));
    }

    private Alarm dismiss(Alarm alarm) {
        return keeper.keep(CALL, alarm, List.of(), Optional.empty());
    }

    private static long second(Instant at) {
        return Duration.between(START, at).toSeconds();
    }

    private final class RecordingAlarms implements EventScheduler {
        @Override
        public ScheduleToken schedule(Instant at, Object event) {
            writes.add("set " + second(at));
            return new DbSchedulerScheduleToken("alarm" + writes.size());
        }

        @Override
        public ScheduleToken schedule(Duration after, Object event) {
            throw new UnsupportedOperationException("alarms are set to an instant");
        }

        @Override
        public void cancelSchedule(ScheduleToken token) {
            if (gone) {
                throw new TaskInstanceNotFoundException("alarm", "gone");
            }
            writes.add("cancel");
        }
    }

    private final class RecordedOpenCalls extends OpenCalls {
        RecordedOpenCalls() {
            super(null);
        }

        @Override
        void expect(CallId callId, Instant dueAt) {
            writes.add("expect " + second(dueAt));
        }

        @Override
        void close(CallId callId) {
            writes.add("close");
        }
    }

    private final class SteppedClock extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
