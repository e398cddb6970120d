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
import dev.earshot.api.refusal.Refused;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoopbackRoomsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");
    private static final CallId CALL = new CallId("call_1");
    private static final AccountId ANN = new AccountId("acc_ann");
    private static final AccountId LEA = new AccountId("acc_lea");
    private static final Parties PARTIES = new Parties(ANN, ListenerId.of(LEA));

    private final LoopbackRooms rooms = new LoopbackRooms(TestDatabase.jdbc());

    @BeforeEach
    void empty() {
        rooms.forgetAll();
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
