package dev.earshot.query.call;

import dev.earshot.api.call.EndReason;
import dev.earshot.api.call.Media;
import dev.earshot.api.call.Parties;
import dev.earshot.api.call.PayWith;
import dev.earshot.api.call.RefuseReason;
import dev.earshot.api.id.AccountId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.pricing.Charge;
import dev.earshot.api.pricing.Terms;
import dev.earshot.query.fold.Columns;
import dev.earshot.query.fold.Fold;
import dev.earshot.query.fold.Stored;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of calls, as the fold reads and writes it. */
@Component
class CallRows implements Fold.Rows<CallState> {
    private static final TypeReference<List<Charge>> CHARGES = new TypeReference<>() {};
    private static final TypeReference<List<CardPart>> CARD = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    CallRows(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Map<String, CallState> load(Collection<String> callIds) {
        Object ids = callIds.toArray(String[]::new);
        return jdbc
                .query(
                        "SELECT * FROM call_view JOIN unnest(?::text[]) AS wanted (call_id) USING (call_id)",
                        this::state,
                        ids)
                .stream()
                .collect(Collectors.toMap(call -> call.callId, Function.identity()));
    }

    @Override
    public void save(Collection<CallState> calls) {
        // A hold that nobody requested a call for is no call.
        Columns.of(calls.stream().filter(call -> call.requested != null).toList())
                .text(call -> call.callId)
                .name(call -> call.status)
                .name(call -> call.media)
                .name(call -> call.payWith)
                .text(call -> call.parties.memberId().value())
                .text(call -> call.parties.listenerId().value())
                .text(call -> json.writeValueAsString(call.terms))
                .instant(call -> call.requestedAt)
                .instant(call -> call.admittedAt)
                .instant(call -> call.acceptedAt)
                .instant(call -> call.connectedAt)
                .instant(call -> call.endedAt)
                .name(call -> call.endReason)
                .name(call -> call.refuseReason)
                .numberOrNull(call -> call.grantedSeconds)
                .numberOrNull(call -> call.billableSeconds)
                .text(call -> call.charges == null ? null : json.writeValueAsString(call.charges))
                .text(call -> call.card.isEmpty() ? null : json.writeValueAsString(call.card))
                .number(call -> call.requested)
                .number(CallState::position)
                .into(jdbc, """
                        INSERT INTO call_view (call_id, status, media, pay_with, member_id, listener_id, terms,
                            requested_at, admitted_at, accepted_at, connected_at, ended_at, end_reason, refuse_reason,
                            granted_seconds, billable_seconds, charges, card, requested, position)
                        SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[],
                            ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::bigint[])
                        ON CONFLICT (call_id) DO UPDATE SET
                            status = excluded.status, admitted_at = excluded.admitted_at,
                            accepted_at = excluded.accepted_at, connected_at = excluded.connected_at,
                            ended_at = excluded.ended_at, end_reason = excluded.end_reason,
                            refuse_reason = excluded.refuse_reason, granted_seconds = excluded.granted_seconds,
                            billable_seconds = excluded.billable_seconds, charges = excluded.charges, card = excluded.card,
                            position = excluded.position
                        """);
    }

    void clear() {
        jdbc.execute("TRUNCATE call_view");
    }

    CallState state(ResultSet row, int number) throws SQLException {
        var stored = new Stored(row);
        var call = new CallState(row.getString("call_id"), row.getLong("position"));
        call.status = CallStatus.valueOf(row.getString("status"));
        call.media = stored.name("media", Media.class);
        call.payWith = stored.name("pay_with", PayWith.class);
        call.parties =
                new Parties(new AccountId(row.getString("member_id")), new ListenerId(row.getString("listener_id")));
        call.terms = json.readValue(row.getString("terms"), Terms.class);
        call.requestedAt = stored.instant("requested_at");
        call.admittedAt = stored.instant("admitted_at");
        call.acceptedAt = stored.instant("accepted_at");
        call.connectedAt = stored.instant("connected_at");
        call.endedAt = stored.instant("ended_at");
        call.endReason = stored.name("end_reason", EndReason.class);
        call.refuseReason = stored.name("refuse_reason", RefuseReason.class);
        call.grantedSeconds = stored.number("granted_seconds");
        call.billableSeconds = stored.number("billable_seconds");
        call.charges = row.getString("charges") == null ? null : json.readValue(row.getString("charges"), CHARGES);
        call.card = row.getString("card") == null ? List.of() : json.readValue(row.getString("card"), CARD);
        call.requested = stored.number("requested");
        return call;
    }
}
