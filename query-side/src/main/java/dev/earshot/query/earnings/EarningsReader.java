package dev.earshot.query.earnings;

import dev.earshot.api.id.CallId;
import dev.earshot.api.id.ListenerId;
import dev.earshot.api.listener.ListenerRefusal;
import dev.earshot.api.refusal.Refused;
import dev.earshot.query.live.LiveCalls;
import dev.earshot.query.page.Page;
import dev.earshot.query.page.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
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

    /** The listener's earnings of every currency, the one that moved last first; empty before the first credit. */
    List<EarningsState> earnings(ListenerId listenerId) {
        return rows.of(listenerId.value());
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
                                    AND kind = 'CALL' AND reference = latest.call_id)
                """, String.class, listenerId.value(), LATEST_CALLS, listenerId.value());
        return uncredited.stream()
                .mapToLong(callId -> live.earnedOf(new CallId(callId)))
                .sum();
    }

    /**
     * The currency to tell about: the one asked for, else the one that moved last, else the profile's. Refused while
     * nothing was earned and no profile says it.
     */
    Currency currency(ListenerId listenerId, Optional<Currency> asked) throws Refused {
        return asked.or(() -> earnings(listenerId).stream()
                        .findFirst()
                        .map(EarningsState::currency)
                        .or(() -> currencyOf(listenerId))
                        .map(Currency::getInstance))
                .orElseThrow(() -> ListenerRefusal.LISTENER_UNKNOWN.of("there is no profile yet; publish one first"));
    }

    private Optional<String> currencyOf(ListenerId listenerId) {
        return jdbc
                .queryForList(
                        "SELECT currency FROM listener_view WHERE listener_id = ? AND published IS NOT NULL",
                        String.class,
                        listenerId.value())
                .stream()
                .findAny();
    }

    /** What each call earned, newest first. */
    Page<EarningsEntry> credits(ListenerId listenerId, PageRequest page) throws Refused {
        return entries("AND kind = 'CALL'", listenerId, page);
    }

    /** Every line of the statement, newest first. */
    Page<EarningsEntry> statement(ListenerId listenerId, PageRequest page) throws Refused {
        return entries("", listenerId, page);
    }

    private Page<EarningsEntry> entries(String which, ListenerId listenerId, PageRequest page) throws Refused {
        List<EarningsEntry> entries = jdbc.query(
                "SELECT * FROM earnings_entry WHERE listener_id = ? AND position < ? " + which
                        + " ORDER BY position DESC LIMIT ?",
                EarningsReader::entry,
                listenerId.value(),
                page.before(),
                page.rows());
        return Page.of(entries, page, entry -> Long.toString(entry.position()));
    }

    private static EarningsEntry entry(ResultSet row, int number) throws SQLException {
        return new EarningsEntry(
                row.getString("listener_id"),
                row.getString("currency"),
                row.getLong("position"),
                EntryKind.valueOf(row.getString("kind")),
                row.getString("reference"),
                row.getString("reason"),
                row.getLong("amount"),
                EarningsRows.coins(row),
                row.getTimestamp("at").toInstant());
    }
}
