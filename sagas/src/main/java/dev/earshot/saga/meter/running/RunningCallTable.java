package dev.earshot.saga.meter.running;

import dev.earshot.api.id.CallId;
import dev.earshot.api.id.WalletId;
import dev.earshot.api.pricing.Grant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.Segment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What the meter must know after a crash or on another node; written together with the position in the log. */
@Repository
public class RunningCallTable {
    /** The calls of a segment by their ids. */
    static final class Rows extends HashMap<CallId, MeteredCall> {}

    private final JdbcClient sql;
    private final JsonMapper json;

    RunningCallTable(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    Rows of(Segment segment) {
        Rows rows = new Rows();
        sql.sql("SELECT call_id, wallet_id, held_grant, connected_at FROM running_call WHERE call_hash & ? = ?")
                .params(segment.getMask(), segment.getSegmentId())
                .query((ResultSet row) -> {
                    CallId callId = new CallId(row.getString(1));
                    rows.put(callId, call(callId, row));
                });
        return rows;
    }

    /** Writes the changes, one statement for each kind. */
    public void write(Changes changes) {
        remove(changes.gone());
        place(changes.placed());
        extend(changes.extended());
        connect(changes.connected());
    }

    private void remove(Collection<CallId> gone) {
        if (!gone.isEmpty()) {
            sql.sql("DELETE FROM running_call WHERE call_id = ANY (?)")
                    .param(ids(gone))
                    .update();
        }
    }

    private void place(Map<CallId, Changes.Placed> placed) {
        if (placed.isEmpty()) {
            return;
        }
        List<Integer> hashes = new ArrayList<>();
        List<String> wallets = new ArrayList<>();
        List<String> grants = new ArrayList<>();
        placed.forEach((callId, hold) -> {
            hashes.add(hash(callId));
            wallets.add(hold.walletId().value());
            grants.add(json.writeValueAsString(hold.grant()));
        });
        sql.sql("""
                INSERT INTO running_call (call_id, call_hash, wallet_id, held_grant)
                SELECT * FROM unnest(?::varchar[], ?::integer[], ?::varchar[], ?::text[])
                ON CONFLICT (call_id) DO NOTHING""")
                .params(
                        ids(placed.keySet()),
                        hashes.toArray(Integer[]::new),
                        wallets.toArray(String[]::new),
                        grants.toArray(String[]::new))
                .update();
    }

    private void extend(Map<CallId, Grant> extended) {
        if (!extended.isEmpty()) {
            sql.sql("""
                    UPDATE running_call SET held_grant = news.held_grant
                    FROM unnest(?::varchar[], ?::text[]) AS news (call_id, held_grant)
                    WHERE running_call.call_id = news.call_id""")
                    .params(
                            ids(extended.keySet()),
                            extended.values().stream()
                                    .map(json::writeValueAsString)
                                    .toArray(String[]::new))
                    .update();
        }
    }

    private void connect(Map<CallId, Instant> connected) {
        if (!connected.isEmpty()) {
            sql.sql("""
                    UPDATE running_call SET connected_at = news.connected_at
                    FROM unnest(?::varchar[], ?::text[]::timestamptz[]) AS news (call_id, connected_at)
                    WHERE running_call.call_id = news.call_id""")
                    .params(
                            ids(connected.keySet()),
                            connected.values().stream().map(Instant::toString).toArray(String[]::new))
                    .update();
        }
    }

    private MeteredCall call(CallId callId, ResultSet row) throws SQLException {
        MeteredCall call =
                new MeteredCall(callId, new WalletId(row.getString(2)), json.readValue(row.getString(3), Grant.class));
        OffsetDateTime connectedAt = row.getObject(4, OffsetDateTime.class);
        if (connectedAt != null) {
            call.connected(connectedAt.toInstant());
        }
        return call;
    }

    /** What decides on the segment of a call, as its processor decides it: a string's hash is the same everywhere. */
    static int hash(CallId callId) {
        return callId.value().hashCode();
    }

    private static String[] ids(Collection<CallId> calls) {
        return calls.stream().map(CallId::value).toArray(String[]::new);
    }
}
