package dev.earshot.adapter.media.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.earshot.adapter.TestDatabase;
import dev.earshot.api.call.CallEvent.CallAccepted;
import dev.earshot.api.call.CallEvent.CallAdmitted;
import dev.earshot.api.call.CallEvent.CallEnded;
import dev.earshot.api.call.EndReason;
import dev.earshot.api.call.Parties;
import dev.earshot.api.call.Side;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.media.MediaEvent.TalkMeasured;
import dev.earshot.api.refusal.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.SimpleEventBus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoopbackRoomsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");
    private static final CallId CALL = new CallId("call_1");
    private static final AccountId ANN = new AccountId("acc_ann");
    private static final AccountId LEA = new AccountId("acc_lea");
    private static final Parties PARTIES = new Parties(ANN, ListenerId.of(LEA));

    private final MutableTime time = new MutableTime();
    private final List<Object> told = new ArrayList<>();
    private final EventBus events = SimpleEventBus.builder().build();
    private final LoopbackSeats seats = new LoopbackSeats(TestDatabase.jdbc(), events, time);
    private final LoopbackRooms rooms = new LoopbackRooms(TestDatabase.jdbc(), seats);

    @BeforeEach
    void empty() {
        rooms.forgetAll();
        TestDatabase.jdbc().sql("TRUNCATE loopback_seat").update();
        events.subscribe(all -> all.forEach(event -> told.add(event.getPayload())));
    }

    private final class MutableTime extends Clock {
        private Instant now = NOW;

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

    private void at(int second) {
        time.now = NOW.plusSeconds(second);
    }

    @Test
    void a_room_that_is_taken_down_tells_how_long_the_two_were_both_there() {
        at(10);
        seats.take(CALL, Side.MEMBER);
        at(13);
        seats.take(CALL, Side.LISTENER);
        seats.take(CALL, Side.LISTENER);
        at(73);
        rooms.on(ended(EndReason.HUNG_UP_BY_MEMBER, 72));

        assertThat(told)
                .containsExactly(new TalkMeasured(CALL, "loopback", NOW.plusSeconds(13), NOW.plusSeconds(73), 60_000));
    }

    @Test
    void whoever_leaves_and_comes_again_was_not_there_meanwhile() {
        seats.take(CALL, Side.LISTENER);
        seats.take(CALL, Side.MEMBER);
        at(20);
        seats.leave(CALL, Side.MEMBER);
        at(50);
        seats.take(CALL, Side.MEMBER);
        at(60);
        rooms.on(ended(EndReason.HUNG_UP_BY_MEMBER, 60));

        assertThat(told).containsExactly(new TalkMeasured(CALL, "loopback", NOW, NOW.plusSeconds(60), 30_000));
    }

    @Test
    void whoever_fell_silent_was_gone_when_the_call_says_so() {
        seats.take(CALL, Side.MEMBER);
        seats.take(CALL, Side.LISTENER);
        at(90);
        rooms.on(ended(EndReason.CONNECTION_LOST, 70));

        assertThat(told).containsExactly(new TalkMeasured(CALL, "loopback", NOW, NOW.plusSeconds(70), 70_000));
    }

    @Test
    void a_room_nobody_entered_and_a_call_told_twice_tell_nothing_more() {
        rooms.on(ended(EndReason.CANCELLED, 1));
        seats.take(CALL, Side.MEMBER);
        rooms.on(ended(EndReason.CANCELLED, 1));
        rooms.on(ended(EndReason.CANCELLED, 1));

        assertThat(told).containsExactly(new TalkMeasured(CALL, "loopback", NOW, NOW, 0));
    }

    private static CallEnded ended(EndReason reason, int second) {
        return new CallEnded(CALL, PARTIES, reason, 1, NOW.plusSeconds(second));
    }

    @Test
    void a_ringing_call_has_a_room_that_nobody_may_enter_yet() {
        rooms.on(new CallAdmitted(CALL, PARTIES, 300, NOW));

        Room room = rooms.of(CALL).orElseThrow();
        assertThat(catchThrowableOfType(Refused.class, () -> room.sideFor(ANN)).code())
                .isEqualTo(TicketRefusal.CALL_NOT_ACCEPTED);
    }

    @Test
    void an_accepted_call_lets_each_in_on_their_side() throws Refused {
        rooms.on(new CallAdmitted(CALL, PARTIES, 300, NOW));
        rooms.on(new CallAccepted(CALL, PARTIES, NOW));

        Room room = rooms.of(CALL).orElseThrow();
        assertThat(room.sideFor(ANN)).isEqualTo(Side.MEMBER);
        assertThat(room.sideFor(LEA)).isEqualTo(Side.LISTENER);
    }

    @Test
    void strangers_find_no_room() {
        rooms.on(new CallAdmitted(CALL, PARTIES, 300, NOW));

        assertThat(rooms.of(CALL).filter(Room.of(new AccountId("acc_eve")))).isEmpty();
    }

    @Test
    void a_call_that_is_over_has_no_room() {
        rooms.on(new CallAdmitted(CALL, PARTIES, 300, NOW));
        rooms.on(new CallEnded(CALL, PARTIES, EndReason.CANCELLED, 0, NOW));

        assertThat(rooms.of(CALL)).isEmpty();
    }
}
