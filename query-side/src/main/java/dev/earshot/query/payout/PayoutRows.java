package dev.earshot.query.payout;

import dev.earshot.api.money.Money;
import dev.earshot.api.payout.PayoutFailure;
import dev.earshot.query.fold.Columns;
import dev.earshot.query.fold.Fold;
import dev.earshot.query.fold.Stored;
import dev.earshot.query.page.Page;
import dev.earshot.query.page.PageRequest;
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

/** The table of payouts. */
@Component
class PayoutRows implements Fold.Rows<PayoutState> {
    private final JdbcTemplate jdbc;

    PayoutRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, PayoutState> load(Collection<String> payoutIds) {
        Object ids = payoutIds.toArray(String[]::new);
        return jdbc
                .query(
                        "SELECT * FROM payout_view JOIN unnest(?::text[]) AS wanted (payout_id) USING (payout_id)",
                        PayoutRows::state,
                        ids)
                .stream()
                .collect(Collectors.toMap(payout -> payout.payoutId, Function.identity()));
    }

    @Override
    public void save(Collection<PayoutState> payouts) {
        Columns.of(payouts)
                .text(payout -> payout.payoutId)
                .text(payout -> payout.listenerId)
                .number(payout -> payout.amount.minor())
                .text(payout -> payout.amount.currency().getCurrencyCode())
                .name(payout -> payout.status)
                .name(payout -> payout.reason)
                .text(payout -> payout.reference)
                .instant(payout -> payout.requestedAt)
                .instant(payout -> payout.settledAt)
                .number(payout -> payout.requested)
                .number(PayoutState::position)
                .into(jdbc, """
                        INSERT INTO payout_view (payout_id, listener_id, amount, currency, status, reason, reference,
                                                 requested_at, settled_at, requested, position)
                        SELECT * FROM unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],
                                             ?::timestamptz[], ?::timestamptz[], ?::bigint[], ?::bigint[])
                        ON CONFLICT (payout_id) DO UPDATE SET
                            status = excluded.status, reason = excluded.reason, reference = excluded.reference,
                            settled_at = excluded.settled_at, position = excluded.position
                        """);
    }

    Optional<PayoutState> find(String payoutId, String listenerId) {
        return jdbc
                .query(
                        "SELECT * FROM payout_view WHERE payout_id = ? AND listener_id = ?",
                        PayoutRows::state,
                        payoutId,
                        listenerId)
                .stream()
                .findAny();
    }

    Page<PayoutState> of(String listenerId, PageRequest page, long before) {
        return page(
                jdbc.query(
                        "SELECT * FROM payout_view WHERE listener_id = ? AND requested < ? ORDER BY requested DESC LIMIT ?",
                        PayoutRows::state,
                        listenerId,
                        before,
                        page.rows()),
                page);
    }

    Page<PayoutState> all(PageRequest page, long before) {
        return page(
                jdbc.query(
                        "SELECT * FROM payout_view WHERE requested < ? ORDER BY requested DESC LIMIT ?",
                        PayoutRows::state,
                        before,
                        page.rows()),
                page);
    }

    void clear() {
        jdbc.execute("TRUNCATE payout_view");
    }

    private static Page<PayoutState> page(List<PayoutState> rows, PageRequest page) {
        return Page.of(rows, page, payout -> Long.toString(payout.requested));
    }

    private static PayoutState state(ResultSet row, int number) throws SQLException {
        var stored = new Stored(row);
        var payout = new PayoutState(row.getString("payout_id"), row.getLong("position"));
        payout.listenerId = row.getString("listener_id");
        payout.amount = Money.of(row.getLong("amount"), row.getString("currency"));
        payout.status = stored.name("status", PayoutState.Status.class);
        payout.reason = stored.name("reason", PayoutFailure.class);
        payout.reference = row.getString("reference");
        payout.requestedAt = stored.instant("requested_at");
        payout.settledAt = stored.instant("settled_at");
        payout.requested = row.getLong("requested");
        return payout;
    }
}
