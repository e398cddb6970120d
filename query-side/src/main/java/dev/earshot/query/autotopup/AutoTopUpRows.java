package dev.earshot.query.autotopup;

import dev.earshot.api.autotopup.PutOffReason;
import dev.earshot.api.money.Money;
import dev.earshot.query.fold.Columns;
import dev.earshot.query.fold.Fold;
import dev.earshot.query.fold.Stored;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table of automatic top-ups. */
@Component
class AutoTopUpRows implements Fold.Rows<AutoTopUpState> {
    private final JdbcTemplate jdbc;

    AutoTopUpRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, AutoTopUpState> load(Collection<String> walletIds) {
        Object ids = walletIds.toArray(String[]::new);
        return jdbc
                .query(
                        "SELECT * FROM auto_top_up_view JOIN unnest(?::text[]) AS wanted (wallet_id) USING (wallet_id)",
                        AutoTopUpRows::state,
                        ids)
                .stream()
                .collect(Collectors.toMap(state -> state.walletId, Function.identity()));
    }

    @Override
    public void save(Collection<AutoTopUpState> states) {
        Columns.of(states)
                .text(state -> state.walletId)
                .name(state -> state.status)
                .number(state -> state.threshold.minor())
                .number(state -> state.amount.minor())
                .text(state -> state.amount.currency().getCurrencyCode())
                .text(state -> state.method)
                .text(state -> state.inFlight)
                .instant(state -> state.putOffUntil)
                .name(state -> state.putOffReason)
                .text(state -> state.lastDeclined)
                .instant(state -> state.lastStartedAt)
                .number(state -> state.timesThatDay)
                .number(state -> state.minorThatDay)
                .number(AutoTopUpState::position)
                .into(jdbc, """
                        INSERT INTO auto_top_up_view (wallet_id, status, threshold, amount, currency, method, in_flight,
                                                      put_off_until, put_off_reason, last_declined, last_started_at,
                                                      times_that_day, minor_that_day, position)
                        SELECT * FROM unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[],
                                             ?::timestamptz[], ?::text[], ?::text[], ?::timestamptz[],
                                             ?::bigint[], ?::bigint[], ?::bigint[])
                        ON CONFLICT (wallet_id) DO UPDATE SET
                            status = excluded.status, threshold = excluded.threshold, amount = excluded.amount,
                            currency = excluded.currency, method = excluded.method, in_flight = excluded.in_flight,
                            put_off_until = excluded.put_off_until, put_off_reason = excluded.put_off_reason,
                            last_declined = excluded.last_declined, last_started_at = excluded.last_started_at,
                            times_that_day = excluded.times_that_day, minor_that_day = excluded.minor_that_day,
                            position = excluded.position
                        """);
    }

    Optional<AutoTopUpState> find(String walletId) {
        return Optional.ofNullable(load(List.of(walletId)).get(walletId));
    }

    void clear() {
        jdbc.execute("TRUNCATE auto_top_up_view");
    }

    private static AutoTopUpState state(ResultSet row, int number) throws SQLException {
        var stored = new Stored(row);
        String currency = row.getString("currency");
        var state = new AutoTopUpState(row.getString("wallet_id"), row.getLong("position"));
        state.status = stored.name("status", AutoTopUpState.Status.class);
        state.threshold = Money.of(row.getLong("threshold"), currency);
        state.amount = Money.of(row.getLong("amount"), currency);
        state.method = row.getString("method");
        state.inFlight = row.getString("in_flight");
        state.putOffUntil = stored.instant("put_off_until");
        state.putOffReason = stored.name("put_off_reason", PutOffReason.class);
        state.lastDeclined = row.getString("last_declined");
        state.lastStartedAt = stored.instant("last_started_at");
        state.timesThatDay = row.getLong("times_that_day");
        state.minorThatDay = row.getLong("minor_that_day");
        return state;
    }
}
