package dev.earshot.query.reconciliation;

import dev.earshot.api.call.CallEvent.CallEnded;
import dev.earshot.api.id.CallId;
import dev.earshot.api.media.MediaEvent.TalkMeasured;
import dev.earshot.query.fold.Batch;
import dev.earshot.query.fold.Columns;
import dev.earshot.query.fold.LogEntry;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How long was each call, as billed and as a media server saw it? */
@Component
@ProcessingGroup(BreakView.GROUP)
class TalkView {
    private final JdbcTemplate jdbc;
    private final Batch<Billed> billed;
    private final Batch<TalkMeasured> measured;

    TalkView(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.billed = new Batch<>("call_talk billed", this::bill);
        this.measured = new Batch<>("call_talk measured", this::measure);
    }

    private record Billed(CallId call, long seconds, Instant endedAt, long position, Instant recordedAt) {}

    @EventHandler
    void on(CallEnded event, LogEntry where, @Timestamp Instant recordedAt) {
        billed.add(new Billed(event.callId(), event.billableSeconds(), event.at(), where.position(), recordedAt));
    }

    @EventHandler
    void on(TalkMeasured event) {
        measured.add(event);
    }

    @ResetHandler
    void reset() {
        jdbc.execute("TRUNCATE call_talk");
    }

    private void bill(List<Billed> calls) {
        Columns.of(latest(calls, Billed::call))
                .text(call -> call.call().value())
                .number(Billed::seconds)
                .instant(Billed::endedAt)
                .number(Billed::position)
                .instant(Billed::recordedAt)
                .into(jdbc, """
                        INSERT INTO call_talk (call_id, billed, ended_at, ended, recorded_at)
                        SELECT * FROM unnest(?::text[], ?::bigint[], ?::timestamptz[], ?::bigint[], ?::timestamptz[])
                        ON CONFLICT (call_id) DO UPDATE SET
                            billed = excluded.billed, ended_at = excluded.ended_at, ended = excluded.ended,
                            recorded_at = excluded.recorded_at
                        """);
    }

    private void measure(List<TalkMeasured> talks) {
        Columns.of(latest(talks, TalkMeasured::callId))
                .text(talk -> talk.callId().value())
                .number(TalkMeasured::milliseconds)
                .text(TalkMeasured::by)
                .into(jdbc, """
                        INSERT INTO call_talk (call_id, measured, measured_by)
                        SELECT * FROM unnest(?::text[], ?::bigint[], ?::text[])
                        ON CONFLICT (call_id) DO UPDATE SET
                            measured = excluded.measured, measured_by = excluded.measured_by
                        """);
    }

    private static <T> Collection<T> latest(List<T> told, Function<T, CallId> call) {
        Map<CallId, T> one = told.stream()
                .collect(Collectors.toMap(call, Function.identity(), (before, after) -> after, LinkedHashMap::new));
        return one.values();
    }
}
