package dev.earshot.adapter.media.loopback;

import dev.earshot.api.call.CallEvent.CallAccepted;
import dev.earshot.api.call.CallEvent.CallAdmitted;
import dev.earshot.api.call.CallEvent.CallEnded;
import dev.earshot.api.call.Parties;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.CallId;
import dev.earshot.api.id.ListenerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rooms: one is made when a call rings, opened when it is accepted, and taken down when it is over. */
@Component
@WhenLoopback
@ProcessingGroup("loopback-media")
class LoopbackRooms {
    private final JdbcClient jdbc;
    private final LoopbackSeats seats;

    LoopbackRooms(JdbcClient jdbc, LoopbackSeats seats) {
        this.jdbc = jdbc;
        this.seats = seats;
    }

    @EventHandler
    void on(CallAdmitted event) {
        jdbc.sql("""
                        INSERT INTO loopback_room (call_id, member, listener, open)
                        VALUES (:call, :member, :listener, false) ON CONFLICT (call_id) DO NOTHING
                        """)
                .param("call", event.callId().value())
                .param("member", event.parties().memberId().value())
                .param("listener", event.parties().listenerId().value())
                .update();
    }

    @EventHandler
    void on(CallAccepted event) {
        jdbc.sql("UPDATE loopback_room SET open = true WHERE call_id = :call")
                .param("call", event.callId().value())
                .update();
    }

    @EventHandler
    void on(CallEnded event) {
        jdbc.sql("DELETE FROM loopback_room WHERE call_id = :call")
                .param("call", event.callId().value())
                .update();
        seats.clear(event);
    }

    @ResetHandler
    void forgetAll() {
        jdbc.sql("DELETE FROM loopback_room").update();
    }

    /** The room of this call, unless the call never rang or is over. */
    Optional<Room> of(CallId call) {
        return jdbc.sql("SELECT call_id, member, listener, open FROM loopback_room WHERE call_id = :call")
                .param("call", call.value())
                .query(LoopbackRooms::room)
                .optional();
    }

    private static Room room(ResultSet row, int number) throws SQLException {
        Parties parties =
                new Parties(new AccountId(row.getString("member")), new ListenerId(row.getString("listener")));
        return new Room(new CallId(row.getString("call_id")), parties, row.getBoolean("open"));
    }
}
