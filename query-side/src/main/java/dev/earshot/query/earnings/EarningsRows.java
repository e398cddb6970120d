package dev.earshot.query.earnings;

import dev.earshot.api.earnings.Coins;
import dev.earshot.query.fold.Columns;
import dev.earshot.query.fold.Fold;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The tables of the earnings view, as the fold reads and writes them. */
@Component
class EarningsRows implements Fold.Rows<EarningsState> {
    private final JdbcTemplate jdbc;

    EarningsRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, EarningsState> load(Collection<String> keys) {
        Map<String, EarningsState> known = new HashMap<>();
        jdbc.query(
                """
                SELECT * FROM earnings_view WHERE (listener_id, currency) IN (
                    SELECT split_part(key, '/', 1), split_part(key, '/', 2) FROM unnest(?::text[]) AS keys (key))
                """,
                row -> {
                    EarningsState state = state(row, 0);
                    known.put(EarningsState.key(state.listenerId, state.currency()), state);
                },
                (Object) keys.toArray(String[]::new));
        return known;
    }

    /** The listener's coins of every currency, the one that moved last first. */
    List<EarningsState> of(String listenerId) {
        return jdbc.query(
                "SELECT * FROM earnings_view WHERE listener_id = ? ORDER BY position DESC",
                EarningsRows::state,
                listenerId);
    }

    private static EarningsState state(ResultSet row, int number) throws SQLException {
        return new EarningsState(
                row.getString("listener_id"), row.getString("currency"), coins(row), row.getLong("position"));
    }

    /** The coins of a row of either table. */
    static Coins coins(ResultSet row) throws SQLException {
        return new Coins(
                row.getLong("earned"),
                row.getLong("bonuses"),
                row.getLong("penalties"),
                row.getLong("clawed_back"),
                row.getLong("pending"),
                row.getLong("available"),
                row.getLong("in_payout"),
                row.getLong("paid_out"));
    }

    @Override
    public void save(Collection<EarningsState> listeners) {
        var columns = Columns.of(listeners)
                .text(listener -> listener.listenerId)
                .text(EarningsState::currency)
                .number(EarningsState::position);
        amounts(columns, EarningsState::coins).into(jdbc, """
                        INSERT INTO earnings_view (listener_id, currency, position, earned, bonuses, penalties, clawed_back,
                                                   pending, available, in_payout, paid_out)
                        SELECT * FROM unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
                                             ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
                        ON CONFLICT (listener_id, currency) DO UPDATE SET
                            position = excluded.position, earned = excluded.earned, bonuses = excluded.bonuses,
                            penalties = excluded.penalties, clawed_back = excluded.clawed_back,
                            pending = excluded.pending, available = excluded.available,
                            in_payout = excluded.in_payout, paid_out = excluded.paid_out
                        """);
        saveEntries(listeners.stream()
                .flatMap(listener -> listener.newEntries.stream())
                .toList());
    }

    void clear() {
        jdbc.execute("TRUNCATE earnings_view, earnings_entry");
    }

    private void saveEntries(List<EarningsEntry> entries) {
        var columns = Columns.of(entries)
                .text(EarningsEntry::listenerId)
                .number(EarningsEntry::position)
                .name(EarningsEntry::kind)
                .text(EarningsEntry::reference)
                .text(EarningsEntry::reason)
                .text(EarningsEntry::currency)
                .number(EarningsEntry::amount)
                .instant(EarningsEntry::at);
        amounts(columns, EarningsEntry::after).into(jdbc, """
                        INSERT INTO earnings_entry (listener_id, position, kind, reference, reason, currency, amount, at,
                                                    earned, bonuses, penalties, clawed_back, pending, available, in_payout, paid_out)
                        SELECT * FROM unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::timestamptz[],
                                             ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
                                             ?::bigint[], ?::bigint[])
                        ON CONFLICT DO NOTHING
                        """);
    }

    private static <T> Columns<T> amounts(Columns<T> columns, Function<T, Coins> coins) {
        return columns.number(row -> coins.apply(row).earned())
                .number(row -> coins.apply(row).bonuses())
                .number(row -> coins.apply(row).penalties())
                .number(row -> coins.apply(row).clawedBack())
                .number(row -> coins.apply(row).pending())
                .number(row -> coins.apply(row).available())
                .number(row -> coins.apply(row).inPayout())
                .number(row -> coins.apply(row).paidOut());
    }
}
