package dev.earshot.query.payout;

import dev.earshot.api.payout.PayeeNeed;
import dev.earshot.query.fold.Columns;
import dev.earshot.query.fold.Fold;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table of the accounts that payouts go to. */
@Component
class PayeeRows implements Fold.Rows<PayeeState> {
    private final JdbcTemplate jdbc;

    PayeeRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, PayeeState> load(Collection<String> listenerIds) {
        Object ids = listenerIds.toArray(String[]::new);
        return jdbc
                .query(
                        "SELECT * FROM payee_view JOIN unnest(?::text[]) AS wanted (listener_id) USING (listener_id)",
                        PayeeRows::state,
                        ids)
                .stream()
                .collect(Collectors.toMap(payee -> payee.listenerId, Function.identity()));
    }

    @Override
    public void save(Collection<PayeeState> payees) {
        Columns.of(payees)
                .text(payee -> payee.listenerId)
                .text(payee -> payee.method)
                .text(payee -> Boolean.toString(payee.verified))
                .text(payee -> Boolean.toString(payee.suspended))
                .text(payee -> payee.needs.stream().map(PayeeNeed::name).collect(Collectors.joining(",")))
                .text(payee -> Boolean.toString(payee.frozen))
                .number(PayeeState::position)
                .into(jdbc, """
                        INSERT INTO payee_view (listener_id, method, verified, suspended, needs, frozen, position)
                        SELECT * FROM unnest(?::text[], ?::text[], ?::boolean[], ?::boolean[], ?::text[], ?::boolean[],
                                             ?::bigint[])
                        ON CONFLICT (listener_id) DO UPDATE SET
                            method = excluded.method, verified = excluded.verified,
                            suspended = excluded.suspended, needs = excluded.needs, frozen = excluded.frozen,
                            position = excluded.position
                        """);
    }

    void clear() {
        jdbc.execute("TRUNCATE payee_view");
    }

    private static PayeeState state(ResultSet row, int number) throws SQLException {
        var payee = new PayeeState(row.getString("listener_id"), row.getLong("position"));
        payee.method = row.getString("method");
        payee.verified = row.getBoolean("verified");
        payee.suspended = row.getBoolean("suspended");
        payee.needs = Stream.of(row.getString("needs").split(","))
                .filter(need -> !need.isEmpty())
                .map(PayeeNeed::valueOf)
                .toList();
        payee.frozen = row.getBoolean("frozen");
        return payee;
    }
}
