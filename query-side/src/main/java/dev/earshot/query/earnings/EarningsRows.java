package dev.earshot.query.earnings;

import dev.earshot.query.fold.Columns;
import dev.earshot.query.fold.Fold;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    public Map<String, EarningsState> load(Collection<String> listenerIds) {
        Map<String, EarningsState> known = new HashMap<>();
        jdbc.query(
                "SELECT listener_id, currency, earned, position FROM earnings_view WHERE listener_id = ANY (?)",
                row -> {
                    String listenerId = row.getString("listener_id");
                    known.put(
                            listenerId,
                            new EarningsState(
                                    listenerId,
                                    row.getString("currency"),
                                    row.getLong("earned"),
                                    row.getLong("position")));
                },
                (Object) listenerIds.toArray(String[]::new));
        return known;
    }

    @Override
    public void save(Collection<EarningsState> listeners) {
        Columns.of(listeners)
                .text(listener -> listener.listenerId)
                .text(EarningsState::currency)
                .number(EarningsState::earned)
                .number(EarningsState::position)
                .into(jdbc, """
                        INSERT INTO earnings_view (listener_id, currency, earned, position)
                        SELECT * FROM unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[])
                        ON CONFLICT (listener_id) DO UPDATE SET earned = excluded.earned, position = excluded.position
                        """);
        saveEntries(listeners.stream()
                .flatMap(listener -> listener.newEntries.stream())
                .toList());
    }

    void clear() {
        jdbc.execute("TRUNCATE earnings_view, earnings_entry");
    }

    private void saveEntries(List<EarningsEntry> entries) {
        Columns.of(entries)
                .text(EarningsEntry::listenerId)
                .number(EarningsEntry::position)
                .text(EarningsEntry::callId)
                .number(EarningsEntry::amount)
                .number(EarningsEntry::balance)
                .instant(EarningsEntry::at)
                .into(jdbc, """
                        INSERT INTO earnings_entry (listener_id, position, call_id, amount, balance, at)
                        SELECT * FROM unnest(?::text[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::timestamptz[])
                        ON CONFLICT DO NOTHING
                        """);
    }
}
