package dev.earshot.query.earnings;

import dev.earshot.api.id.CallId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.refusal.Refused;
import dev.earshot.query.live.LiveCalls;
import dev.earshot.query.page.Page;
import dev.earshot.query.page.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads earnings and their entries. */
@Component
class EarningsReader {
    /** A listener is in one call at a time; a few more may wait for their credit. */
    private static final int LATEST_CALLS = 5;

    private final JdbcTemplate jdbc;
    private final EarningsRows rows;
    private final LiveCalls live;

    EarningsReader(JdbcTemplate jdbc, EarningsRows rows, LiveCalls live) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.live = live;
    }

    /** The listener's earnings; empty before the first credit. */
    Optional<EarningsState> earnings(ListenerId listenerId) {
        return Optional.ofNullable(rows.load(List.of(listenerId.value())).get(listenerId.value()));
    }

    /** What the listener's latest calls have earned by this second, as far as it is not credited yet; minor units. */
    long accruing(ListenerId listenerId) {
        List<String> uncredited =
                jdbc.queryForList("""
                SELECT call_id FROM (
                    SELECT call_id, requested FROM call_view WHERE listener_id = ? AND admitted_at IS NOT NULL
                    ORDER BY requested DESC LIMIT ?) AS latest
                WHERE NOT EXISTS (SELECT FROM earnings_entry
                                  WHERE listener_id = ? AND position > latest.requested
                                    AND earnings_entry.call_id = latest.call_id)
                """, String.class, listenerId.value(), LATEST_CALLS, listenerId.value());
        return uncredited.stream()
                .mapToLong(callId -> live.earnedOf(new CallId(callId)))
                .sum();
    }

    /** The currency of the listener's profile; empty before there is one. */
    Optional<String> currencyOf(ListenerId listenerId) {
        return jdbc
                .queryForList(
                        "SELECT currency FROM listener_view WHERE listener_id = ? AND published IS NOT NULL",
                        String.class,
                        listenerId.value())
                .stream()
                .findAny();
    }

    Page<EarningsEntry> entries(ListenerId listenerId, PageRequest page) throws Refused {
        List<EarningsEntry> entries = jdbc.query(
                "SELECT * FROM earnings_entry WHERE listener_id = ? AND position < ? ORDER BY position DESC LIMIT ?",
                EarningsReader::entry,
                listenerId.value(),
                page.before(),
                page.rows());
        return Page.of(entries, page, entry -> Long.toString(entry.position()));
    }

    private static EarningsEntry entry(ResultSet row, int number) throws SQLException {
        return new EarningsEntry(
                row.getString("listener_id"),
                row.getLong("position"),
                row.getString("call_id"),
                row.getLong("amount"),
                row.getLong("balance"),
                row.getTimestamp("at").toInstant());
    }
}
