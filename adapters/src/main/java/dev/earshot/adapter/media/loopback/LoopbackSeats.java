package dev.earshot.adapter.media.loopback;

import dev.earshot.adapter.media.Overlap;
import dev.earshot.adapter.media.Overlap.Stay;
import dev.earshot.api.call.CallEvent.CallEnded;
import dev.earshot.api.call.EndReason;
import dev.earshot.api.call.Side;
import dev.earshot.api.id.CallId;
import dev.earshot.api.media.MediaEvent.TalkMeasured;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericEventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who sits in which room. When a room is taken down it is told how long the two were both there, by this clock and nobody
 * else's: evidence to hold against what was billed.
 */
@Component
@WhenLoopback
class LoopbackSeats {
    private final JdbcClient jdbc;
    private final EventBus events;
    private final Clock clock;

    LoopbackSeats(JdbcClient jdbc, EventBus events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    private record Seat(Side side, Stay stay) {}

    /** Nothing changes for whoever sits there already. */
    void take(CallId call, Side side) {
        jdbc.sql("""
                        INSERT INTO loopback_seat (call_id, side, joined_at)
                        SELECT :call, :side, :now WHERE NOT EXISTS (
                            SELECT FROM loopback_seat WHERE call_id = :call AND side = :side AND left_at IS NULL)
                        ON CONFLICT DO NOTHING
                        """)
                .param("call", call.value())
                .param("side", side.name())
                .param("now", now())
                .update();
    }

    void leave(CallId call, Side side) {
        jdbc.sql("UPDATE loopback_seat SET left_at = :now WHERE call_id = :call AND side = :side AND left_at IS NULL")
                .param("now", now())
                .param("call", call.value())
                .param("side", side.name())
                .update();
    }

    /** The room is taken down. Whoever fell silent was gone before; there is no wire that could have told. */
    void clear(CallEnded call) {
        Instant closed = call.reason() == EndReason.CONNECTION_LOST ? call.at() : clock.instant();
        List<Seat> seats = jdbc.sql(
                        "DELETE FROM loopback_seat WHERE call_id = :call RETURNING side, joined_at, left_at")
                .param("call", call.callId().value())
                .query((row, number) -> seat(row, closed))
                .list();
        if (!seats.isEmpty()) {
            events.publish(GenericEventMessage.asEventMessage(measured(call.callId(), seats, closed)));
        }
    }

    private static TalkMeasured measured(CallId call, List<Seat> seats, Instant closed) {
        return Overlap.of(of(Side.MEMBER, seats), of(Side.LISTENER, seats))
                .map(overlap -> new TalkMeasured(
                        call,
                        "loopback",
                        overlap.from(),
                        overlap.until(),
                        overlap.together().toMillis()))
                .orElseGet(() -> new TalkMeasured(call, "loopback", closed, closed, 0));
    }

    private static List<Stay> of(Side side, List<Seat> seats) {
        return seats.stream()
                .filter(seat -> seat.side() == side)
                .map(Seat::stay)
                .sorted((one, other) -> one.from().compareTo(other.from()))
                .toList();
    }

    private static Seat seat(ResultSet row, Instant closed) throws SQLException {
        OffsetDateTime left = row.getObject("left_at", OffsetDateTime.class);
        return new Seat(
                Side.valueOf(row.getString("side")),
                new Stay(
                        row.getObject("joined_at", OffsetDateTime.class).toInstant(),
                        left == null ? closed : left.toInstant()));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
